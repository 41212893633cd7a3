#ifndef nsTArray_h
#define nsTArray_h

template <class T>
class nsTArray {
  T* mElements;
};

#endif
