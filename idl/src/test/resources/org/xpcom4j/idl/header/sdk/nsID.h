#ifndef nsID_h
#define nsID_h

#include <cstdint>

struct nsID {
  uint32_t m0;
  uint16_t m1;
  uint16_t m2;
  uint8_t m3[8];
};

typedef nsID nsIID;
typedef nsID nsCID;

#endif
