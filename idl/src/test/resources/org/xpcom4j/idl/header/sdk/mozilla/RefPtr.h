#ifndef mozilla_RefPtr_h
#define mozilla_RefPtr_h

template <class T>
class RefPtr {
  T* mRawPtr;
};

#endif
