#ifndef nsString_h
#define nsString_h

#include "nscore.h"

class nsAString {};
class nsACString {};
class nsString : public nsAString {};
class nsCString : public nsACString {};

#endif
