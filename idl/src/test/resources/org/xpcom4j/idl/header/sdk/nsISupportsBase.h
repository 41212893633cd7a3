#ifndef nsISupportsBase_h
#define nsISupportsBase_h

#include "nscore.h"

#define NS_DECLARE_STATIC_IID_ACCESSOR(iid) \
  template <class T, class U>               \
  struct COMTypeInfo;

#define NS_DEFINE_STATIC_IID_ACCESSOR(theInterface, iid)    \
  template <class T>                                        \
  struct theInterface::COMTypeInfo<theInterface, T> {       \
    static constexpr nsIID kIID = iid;                      \
  };

#define NS_GET_IID(T) (T::COMTypeInfo<T, void>::kIID)

#define NS_ISUPPORTS_IID \
  {0x00000000, 0x0000, 0x0000, {0xc0, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x46}}

class NS_NO_VTABLE nsISupports {
 public:
  NS_DECLARE_STATIC_IID_ACCESSOR(NS_ISUPPORTS_IID)

  NS_IMETHOD QueryInterface(const nsIID& aIID, void** aResult) = 0;
  NS_IMETHOD_(uint32_t) AddRef() = 0;
  NS_IMETHOD_(uint32_t) Release() = 0;
};

NS_DEFINE_STATIC_IID_ACCESSOR(nsISupports, NS_ISUPPORTS_IID)

#define NS_DECL_ISUPPORTS                                               \
  NS_IMETHOD QueryInterface(const nsIID& aIID, void** aResult) override; \
  NS_IMETHOD_(uint32_t) AddRef() override;                              \
  NS_IMETHOD_(uint32_t) Release() override;

#endif
