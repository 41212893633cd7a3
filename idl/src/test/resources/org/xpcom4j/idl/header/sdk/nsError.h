#ifndef nsError_h
#define nsError_h

#include <cstdint>

enum class nsresult : uint32_t {};

constexpr nsresult NS_OK = nsresult(0);
constexpr nsresult NS_ERROR_NOT_IMPLEMENTED = nsresult(0x80004001);
constexpr nsresult NS_ERROR_NO_INTERFACE = nsresult(0x80004002);
constexpr nsresult NS_ERROR_NULL_POINTER = nsresult(0x80004003);

constexpr bool NS_FAILED(nsresult aResult) { return uint32_t(aResult) >> 31; }
constexpr bool NS_SUCCEEDED(nsresult aResult) { return !NS_FAILED(aResult); }

#endif
