#ifndef mozilla_Attributes_h
#define mozilla_Attributes_h

#define MOZ_CAN_RUN_SCRIPT

#endif
