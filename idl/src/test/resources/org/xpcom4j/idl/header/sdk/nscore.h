/* Test support: only what generated headers need, and no more. */
#ifndef nscore_h
#define nscore_h

#include <cstddef>
#include <cstdint>

#define NS_IMETHOD_(type) virtual type
#define NS_IMETHOD virtual nsresult
#define NS_METHOD_(type) type
#define NS_METHOD nsresult
#define NS_IMETHODIMP_(type) type
#define NS_IMETHODIMP nsresult
#define NS_NO_VTABLE
#define NS_DEPRECATED __attribute__((deprecated))
#define MOZ_DEPRECATED __attribute__((deprecated))

typedef int64_t PRTime;
typedef uintptr_t nsrefcnt;

class nsAString;
class nsACString;

#include "nsError.h"
#include "nsID.h"

#endif
