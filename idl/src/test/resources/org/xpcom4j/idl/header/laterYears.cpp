// Uses the header of exILaterYears.idl as C++ components do. It is checked, never run.
#include "exILaterYears.h"

#include <type_traits>

template <class Expected, class Found>
constexpr bool isSame(Found) {
  return std::is_same<Expected, Found>::value;
}

using I = exILaterYears;

static_assert(I::KIND_PLAIN == 0 && I::KIND_RICH == 4 && I::KIND_RICHER == 5 && sizeof(I::Kind) == 1);
static_assert(isSame<nsresult (I::*)(I::Kind)>(&I::SetKind));
static_assert(isSame<nsresult (I::*)(nsTArray<nsString>&)>(&I::GetNames));
static_assert(isSame<nsresult (I::*)(const nsTArray<nsString>&)>(&I::SetNames));
static_assert(isSame<nsresult (I::*)(const nsTArray<RefPtr<nsIURI>>&, const nsTArray<nsTArray<double>>&,
                                     nsTArray<JS::Value>&, nsTArray<I::Kind>&)>(&I::Kinds));
static_assert(isSame<nsresult (I::*)(const nsTArray<nsCString>&, const nsTArray<exCount>&,
                                     const nsTArray<RefPtr<mozilla::dom::Element>>&, const nsTArray<int>&,
                                     const nsTArray<int*>&, const nsTArray<nsID>&,
                                     const nsTArray<RefPtr<mozilla::dom::Promise>>&)>(&I::Others));
static_assert(isSame<nsresult (I::*)(mozilla::dom::Promise*, mozilla::dom::Promise**)>(&I::Promised));
static_assert(isSame<nsresult (I::*)(nsINode*, mozilla::dom::Element**, mozilla::dom::Element**)>(&I::Element));

class Later final : public exILaterYears {
 public:
  NS_DECL_ISUPPORTS
  NS_DECL_EXILATERYEARS
};

class Forwarded final : public exILaterYears {
 public:
  NS_DECL_ISUPPORTS
  NS_FORWARD_SAFE_EXILATERYEARS(mInner)

 private:
  exILaterYears* mInner = nullptr;
};

// No interface: the constant in the default of a parameter has no meaning here.
class Apart {
 public:
  NS_DECL_NON_VIRTUAL_EXILATERYEARS
};

I::Kind use(Later& aLater) {
  if (NS_SUCCEEDED(aLater.MayRunScript()) && NS_SUCCEEDED(aLater.LeaveOut(1))) {
    return I::KIND_PLAIN;
  }
  return aLater.GetSureKind();
}
