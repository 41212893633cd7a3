#ifndef mozilla_Assertions_h
#define mozilla_Assertions_h

#define MOZ_ASSERT(condition) \
  do {                        \
  } while (false)

#endif
