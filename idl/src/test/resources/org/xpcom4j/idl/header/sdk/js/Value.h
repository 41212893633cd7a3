#ifndef js_Value_h
#define js_Value_h

#include <cstdint>

struct JSContext;

namespace JS {

class Value {
  uint64_t mBits;
};

class HandleValue {
  const Value* mValue;
};

class MutableHandleValue {
  Value* mValue;
};

}  // namespace JS

#endif
