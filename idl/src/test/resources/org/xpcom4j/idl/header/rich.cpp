// Uses the header of exIRich.idl as C++ components do. It is checked, never run.
#include "exIRich.h"

#include <type_traits>

template <class Expected, class Found>
constexpr bool isSame(Found) {
  return std::is_same<Expected, Found>::value;
}

// What callers rely on: the exact types.
static_assert(isSame<nsresult (exITypes::*)(const nsAString&, nsAString&, const nsACString&, nsACString&,
                                            const nsACString&, nsACString&, const nsAString&, nsAString&)>(
    &exITypes::Classes));
static_assert(isSame<nsresult (exITypes::*)(const char*, char**, char16_t**, const char16_t*)>(&exITypes::Strings));
static_assert(isSame<nsresult (exITypes::*)(nsIURI*, nsIURI**, nsIObserver**, exITypes*, exILater*)>(
    &exITypes::Interfaces));
static_assert(isSame<nsresult (exITypes::*)(const nsIID&, nsIID&, const nsCID*, nsID**)>(&exITypes::Ids));
static_assert(isSame<nsresult (exITypes::*)(JS::HandleValue, JS::MutableHandleValue, JS::MutableHandleValue)>(
    &exITypes::Values));
static_assert(isSame<nsresult (exITypes::*)(uint32_t, uint8_t*, const char**, const char16_t**, nsIURI**,
                                            const nsIID**, exSeconds*, const char**, JS::HandleValue*)>(
    &exITypes::Arrays));
static_assert(isSame<nsresult (exITypes::*)(uint32_t*, uint8_t**, char***, nsIURI***, nsIID***,
                                            JS::MutableHandleValue*, exSeconds**)>(&exITypes::OutArrays));
static_assert(isSame<nsresult (exITypes::*)(const nsIID&, void*, uint32_t, void**, void**)>(&exITypes::IidIs));
static_assert(isSame<nsresult (exITypes::*)(const example::Point&, const example::Point*, const std::string&,
                                            const nsIURI*, exSeconds, int32_t, const char*, const nsIObserver*)>(
    &exITypes::Constants));
static_assert(isSame<nsresult (exITypes::*)(const char**, const char16_t**, const example::Point**)>(
    &exITypes::Shared));
static_assert(isSame<nsresult (exITypes::*)(exSeconds, exShortSeconds*, PRTime, PRTime*, nsresult, nsresult*,
                                            const char*, exLabel*)>(&exITypes::Typedefs));
static_assert(isSame<nsresult (exITypes::*)(const nsAString&, nsAString&, JS::HandleValue, JS::MutableHandleValue,
                                            nsIURI*, nsIURI**)>(&exITypes::ReferenceTypedefs));
static_assert(isSame<nsresult (exITypes::*)(nsresult*)>(&exITypes::ReturnsResult));
static_assert(isSame<nsresult (exIMembers::*)(int32_t, JSContext*, uint8_t, int32_t*)>(&exIMembers::Counted));
static_assert(isSame<nsresult (exIMembers::*)(const char*, JSContext*, uint8_t, int32_t*)>(&exIMembers::NotCounted));
static_assert(isSame<nsresult (exIMembers::*)(JSContext*, JS::MutableHandleValue)>(&exIMembers::GetAny));
static_assert(isSame<nsresult (exIMembers::*)()>(&exIMembers::asWritten));
static_assert(isSame<nsresult (exIMembers::*)(bool)>(&exIMembers::SetRenamed));
static_assert(isSame<example::Point& (exIMembers::*)()>(&exIMembers::OwnReference));
static_assert(isSame<bool (exIMembers::*)(int32_t)>(&exIMembers::PlainOwn));

static_assert(exIMembers::FLAG == 2147483648U && exIMembers::LEAST == -2147483647 - 1 && exIMembers::MINUS == -1);
static_assert(exIMembers::register_ == 7);
static_assert(NS_GET_IID(exITypes).m0 == 0x3f0c7d1e && NS_GET_IID(exITypes).m3[7] == 0x6f);
static_assert(NS_GET_IID(nsILonely).m3[7] == 0x73);
static_assert(sizeof(EXITYPES_IID_STR) == 37 && sizeof(NS_ILONELY_IID_STR) == 37);

#define DEFINE_ROOT(Class)                                                                            \
  nsresult Class::QueryInterface(const nsIID&, void** aResult) {                                      \
    *aResult = nullptr;                                                                               \
    return NS_ERROR_NO_INTERFACE;                                                                     \
  }                                                                                                   \
  uint32_t Class::AddRef() { return 2; }                                                              \
  uint32_t Class::Release() { return 1; }

class Types final : public exITypes {
 public:
  NS_DECL_ISUPPORTS
  NS_DECL_EXITYPES
};

DEFINE_ROOT(Types)

NS_IMETHODIMP Types::ReturnsString(char** aResult) {
  *aResult = nullptr;
  return NS_OK;
}

class ForwardedTypes final : public exITypes {
 public:
  explicit ForwardedTypes(exITypes* aInner) : mInner(aInner) {}
  NS_DECL_ISUPPORTS
  NS_FORWARD_EXITYPES(mInner->)

 private:
  exITypes* mInner;
};

DEFINE_ROOT(ForwardedTypes)

class SafeTypes final : public exITypes {
 public:
  explicit SafeTypes(exITypes* aInner) : mInner(aInner) {}
  NS_DECL_ISUPPORTS
  NS_FORWARD_SAFE_EXITYPES(mInner)

 private:
  exITypes* mInner;
};

DEFINE_ROOT(SafeTypes)

class Members final : public exIMembers {
 public:
  NS_DECL_ISUPPORTS
  NS_DECL_EXIMEMBERS
};

DEFINE_ROOT(Members)

class OnlyLikeMembers {
 public:
  NS_DECL_NON_VIRTUAL_EXIMEMBERS
};

static_assert(!std::is_polymorphic<OnlyLikeMembers>::value);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
class ForwardedMembers final : public exIMembers {
 public:
  NS_DECL_ISUPPORTS
  NS_FORWARD_EXIMEMBERS(mInner.)

 private:
  OnlyLikeMembers mInner;
};

class SafeMembers final : public exIMembers {
 public:
  NS_DECL_ISUPPORTS
  NS_FORWARD_SAFE_EXIMEMBERS(mInner)

 private:
  exIMembers* mInner = nullptr;
};
#pragma GCC diagnostic pop

DEFINE_ROOT(ForwardedMembers)
DEFINE_ROOT(SafeMembers)
bool SafeMembers::PlainOwn(int32_t a) { return a != 0; }

class Lonely final : public nsILonely {
 public:
  NS_DECL_NSILONELY
};

bool use(exIWithRaw& aRaw, Members& aMembers, exIMembers& aInterface) {
  int32_t number = 0;
  aInterface.Optionals(1, 2);
  aInterface.Optionals(1, 2, &number);
  exSeconds seconds = aMembers.GetSeconds();
  return aRaw.IsSure() && aMembers.GetSure() && aInterface.GetSureInContext(nullptr) == seconds;
}
