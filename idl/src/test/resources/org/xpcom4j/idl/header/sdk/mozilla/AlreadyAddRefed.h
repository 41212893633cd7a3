#ifndef mozilla_AlreadyAddRefed_h
#define mozilla_AlreadyAddRefed_h

template <class T>
struct already_AddRefed {
  T* mRawPtr;
};

#endif
