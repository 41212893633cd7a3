package org.xpcom4j.result;

/**
 * The result codes: a severity in bit 31, a module plus 0x45 in bits 16 to 28, a code in bits 0 to
 * 15. A {@code long} holds them as the unsigned 32-bit numbers they are.
 *
 * <p>Several names share a value; {@link #nameOf} gives the one that is first here.
 */
public final class Nsresult {

  /** The bits that count. */
  static final long MASK = 0xFFFF_FFFFL;

  private static final long SEVERITY_ERROR = 0x8000_0000L;
  private static final long MODULE_MASK = 0x1FFF;
  private static final long MODULE_OFFSET = 0x45;
  private static final long CODE_MASK = 0xFFFF;

  // Generic codes

  /** The call succeeded. */
  public static final long NS_OK = 0x00000000L;

  /** The start of the range that holds the oldest codes; not an error by itself. */
  public static final long NS_ERROR_BASE = 0xC1F30000L;

  /** The object must be set up before this call. */
  public static final long NS_ERROR_NOT_INITIALIZED = 0xC1F30001L;

  /** The object was set up before and cannot be again. */
  public static final long NS_ERROR_ALREADY_INITIALIZED = 0xC1F30002L;

  /** The component does not offer this method. */
  public static final long NS_ERROR_NOT_IMPLEMENTED = 0x80004001L;

  /** Older name of {@link #NS_ERROR_NO_INTERFACE}. */
  public static final long NS_NOINTERFACE = 0x80004002L;

  /** The object does not have the wanted interface. */
  public static final long NS_ERROR_NO_INTERFACE = 0x80004002L;

  /** The operation was given up on purpose. */
  public static final long NS_ERROR_ABORT = 0x80004004L;

  /** The call failed and there is no closer code for it. */
  public static final long NS_ERROR_FAILURE = 0x80004005L;

  /** The call does not fit the object's present state. */
  public static final long NS_ERROR_UNEXPECTED = 0x8000FFFFL;

  /** There is not enough memory. */
  public static final long NS_ERROR_OUT_OF_MEMORY = 0x8007000EL;

  /** An argument has a value that the method does not take. */
  public static final long NS_ERROR_ILLEGAL_VALUE = 0x80070057L;

  /** Another name of {@link #NS_ERROR_ILLEGAL_VALUE}. */
  public static final long NS_ERROR_INVALID_ARG = 0x80070057L;

  /** Another name of {@link #NS_ERROR_ILLEGAL_VALUE}, for arguments that must not be null. */
  public static final long NS_ERROR_INVALID_POINTER = 0x80070057L;

  /** Another name of {@link #NS_ERROR_ILLEGAL_VALUE}, for arguments that are null. */
  public static final long NS_ERROR_NULL_POINTER = 0x80070057L;

  /** The factory cannot make its object a part of another one. */
  public static final long NS_ERROR_NO_AGGREGATION = 0x80040110L;

  /** The thing asked for is not there now. */
  public static final long NS_ERROR_NOT_AVAILABLE = 0x80040111L;

  /** Nothing is registered under this class or contract ID. */
  public static final long NS_ERROR_FACTORY_NOT_REGISTERED = 0x80040154L;

  /** The registration has to be repeated. */
  public static final long NS_ERROR_FACTORY_REGISTER_AGAIN = 0x80040155L;

  /** The code that holds the factory could not be loaded. */
  public static final long NS_ERROR_FACTORY_NOT_LOADED = 0x800401F8L;

  /** The factory cannot check signatures. */
  public static final long NS_ERROR_FACTORY_NO_SIGNATURE_SUPPORT = 0xC1F30101L;

  /** The class ID is taken by another factory. */
  public static final long NS_ERROR_FACTORY_EXISTS = 0xC1F30100L;

  // Module XPCOM (1)

  /** The data has no form in the wanted type. */
  public static final long NS_ERROR_CANNOT_CONVERT_DATA = 0x80460001L;

  /** The object can no longer be changed. */
  public static final long NS_ERROR_OBJECT_IS_IMMUTABLE = 0x80460002L;

  /** A conversion would lose data that matters. */
  public static final long NS_ERROR_LOSS_OF_SIGNIFICANT_DATA = 0x80460003L;

  /** The call came from a thread that may not make it. */
  public static final long NS_ERROR_NOT_SAME_THREAD = 0x80460004L;

  /** The call came after the shutdown had begun. */
  public static final long NS_ERROR_ILLEGAL_DURING_SHUTDOWN = 0x8046001EL;

  /** The service cannot be used now. */
  public static final long NS_ERROR_SERVICE_NOT_AVAILABLE = 0x80460016L;

  /** The conversion succeeded and lost only data that does not matter. */
  public static final long NS_SUCCESS_LOSS_OF_INSIGNIFICANT_DATA = 0x00460001L;

  /** The walk was ended early by the one who was shown the elements. */
  public static final long NS_SUCCESS_INTERRUPTED_TRAVERSE = 0x00460002L;

  /** There is no such service; a success code by its value, whatever its name says. */
  public static final long NS_ERROR_SERVICE_NOT_FOUND = 0x00460016L;

  /** The service is still used; a success code by its value, whatever its name says. */
  public static final long NS_ERROR_SERVICE_IN_USE = 0x00460017L;

  // Module BASE (2)

  /** The stream is closed. */
  public static final long NS_BASE_STREAM_CLOSED = 0x80470002L;

  /** The operating system reported an error for the stream. */
  public static final long NS_BASE_STREAM_OSERROR = 0x80470003L;

  /** The stream got arguments that it does not take. */
  public static final long NS_BASE_STREAM_ILLEGAL_ARGS = 0x80470004L;

  /** No converter is known for the stream's character set. */
  public static final long NS_BASE_STREAM_NO_CONVERTER = 0x80470005L;

  /** The stream's bytes are not valid in its character set. */
  public static final long NS_BASE_STREAM_BAD_CONVERSION = 0x80470006L;

  /** The stream has nothing now and does not wait. */
  public static final long NS_BASE_STREAM_WOULD_BLOCK = 0x80470007L;

  // Module NETWORK (6)

  /** The request ended well; the same value as {@link #NS_OK}. */
  public static final long NS_BINDING_SUCCEEDED = 0x00000000L;

  /** The request failed for an unnamed reason. */
  public static final long NS_BINDING_FAILED = 0x804B0001L;

  /** The request was cancelled by its user. */
  public static final long NS_BINDING_ABORTED = 0x804B0002L;

  /** The request was given up for one to another address. */
  public static final long NS_BINDING_REDIRECTED = 0x804B0003L;

  /** The request goes on in another load group. */
  public static final long NS_BINDING_RETARGETED = 0x804B0004L;

  /** The text is no URI. */
  public static final long NS_ERROR_MALFORMED_URI = 0x804B000AL;

  /** The operation is running and cannot be started or changed. */
  public static final long NS_ERROR_IN_PROGRESS = 0x804B000FL;

  /** The answer has no content. */
  public static final long NS_ERROR_NO_CONTENT = 0x804B0011L;

  /** No handler is known for the URI's scheme. */
  public static final long NS_ERROR_UNKNOWN_PROTOCOL = 0x804B0012L;

  /** The content is not encoded as its headers say. */
  public static final long NS_ERROR_INVALID_CONTENT_ENCODING = 0x804B001BL;

  /** The content was damaged on its way. */
  public static final long NS_ERROR_CORRUPTED_CONTENT = 0x804B001DL;

  /** The content's signature does not match. */
  public static final long NS_ERROR_INVALID_SIGNATURE = 0x804B003AL;

  /** The header field's first part is empty. */
  public static final long NS_ERROR_FIRST_HEADER_FIELD_COMPONENT_EMPTY = 0x804B0022L;

  /** The channel was opened before; it opens once only. */
  public static final long NS_ERROR_ALREADY_OPENED = 0x804B0049L;

  /** There is a connection already. */
  public static final long NS_ERROR_ALREADY_CONNECTED = 0x804B000BL;

  /** There is no connection, or no longer one. */
  public static final long NS_ERROR_NOT_CONNECTED = 0x804B000CL;

  /** Nobody listens at the address. */
  public static final long NS_ERROR_CONNECTION_REFUSED = 0x804B000DL;

  /** The other side did not answer in time. */
  public static final long NS_ERROR_NET_TIMEOUT = 0x804B000EL;

  /** The io service is offline. */
  public static final long NS_ERROR_OFFLINE = 0x804B0010L;

  /** The port is blocked for this scheme. */
  public static final long NS_ERROR_PORT_ACCESS_NOT_ALLOWED = 0x804B0013L;

  /** The other side dropped the connection before an answer was complete. */
  public static final long NS_ERROR_NET_RESET = 0x804B0014L;

  /** The connection broke while data was under way. */
  public static final long NS_ERROR_NET_INTERRUPT = 0x804B0047L;

  /** The proxy did not let the connection through. */
  public static final long NS_ERROR_PROXY_CONNECTION_REFUSED = 0x804B0048L;

  /** The connection ended before the announced length was reached. */
  public static final long NS_ERROR_NET_PARTIAL_TRANSFER = 0x804B004CL;

  /** The connection's encryption is too weak for its protocol. */
  public static final long NS_ERROR_NET_INADEQUATE_SECURITY = 0x804B0052L;

  /** The request cannot go on from the middle. */
  public static final long NS_ERROR_NOT_RESUMABLE = 0x804B0019L;

  /** There were too many redirects. */
  public static final long NS_ERROR_REDIRECT_LOOP = 0x804B001FL;

  /** The resource is not the one whose rest was asked for. */
  public static final long NS_ERROR_ENTITY_CHANGED = 0x804B0020L;

  /** The content's type is not safe to show here. */
  public static final long NS_ERROR_UNSAFE_CONTENT_TYPE = 0x804B004AL;

  /** XUL from the network is not shown. */
  public static final long NS_ERROR_REMOTE_XUL = 0x804B004BL;

  /** The load failed and an error page was shown for it. */
  public static final long NS_ERROR_LOAD_SHOWED_ERRORPAGE = 0x804B004DL;

  /** The window that would show the content is going away. */
  public static final long NS_ERROR_DOCSHELL_DYING = 0x804B004EL;

  /** The FTP server refused the login. */
  public static final long NS_ERROR_FTP_LOGIN = 0x804B0015L;

  /** The FTP server refused to change the directory. */
  public static final long NS_ERROR_FTP_CWD = 0x804B0016L;

  /** The FTP server refused passive mode. */
  public static final long NS_ERROR_FTP_PASV = 0x804B0017L;

  /** The FTP server did not tell its directory. */
  public static final long NS_ERROR_FTP_PWD = 0x804B0018L;

  /** The FTP server did not list the directory. */
  public static final long NS_ERROR_FTP_LIST = 0x804B001CL;

  /** The host name has no address. */
  public static final long NS_ERROR_UNKNOWN_HOST = 0x804B001EL;

  /** Too many host names wait to be resolved. */
  public static final long NS_ERROR_DNS_LOOKUP_QUEUE_FULL = 0x804B0021L;

  /** The proxy's host name has no address. */
  public static final long NS_ERROR_UNKNOWN_PROXY_HOST = 0x804B002AL;

  /** No provider is known for the type of socket. */
  public static final long NS_ERROR_UNKNOWN_SOCKET_TYPE = 0x804B0033L;

  /** The system made no socket. */
  public static final long NS_ERROR_SOCKET_CREATE_FAILED = 0x804B0034L;

  /** The system has no sockets for this kind of address. */
  public static final long NS_ERROR_SOCKET_ADDRESS_NOT_SUPPORTED = 0x804B0035L;

  /** The socket's address is taken. */
  public static final long NS_ERROR_SOCKET_ADDRESS_IN_USE = 0x804B0036L;

  /** The cache has no entry under this key. */
  public static final long NS_ERROR_CACHE_KEY_NOT_FOUND = 0x804B003DL;

  /** The cache entry is a stream and not an object. */
  public static final long NS_ERROR_CACHE_DATA_IS_STREAM = 0x804B003EL;

  /** The cache entry is an object and not a stream. */
  public static final long NS_ERROR_CACHE_DATA_IS_NOT_STREAM = 0x804B003FL;

  /** The cache entry is being checked by another. */
  public static final long NS_ERROR_CACHE_WAIT_FOR_VALIDATION = 0x804B0040L;

  /** The cache entry is already given up. */
  public static final long NS_ERROR_CACHE_ENTRY_DOOMED = 0x804B0041L;

  /** The cache entry may not be read. */
  public static final long NS_ERROR_CACHE_READ_ACCESS_DENIED = 0x804B0042L;

  /** The cache entry may not be written. */
  public static final long NS_ERROR_CACHE_WRITE_ACCESS_DENIED = 0x804B0043L;

  /** The cache is used and cannot be changed. */
  public static final long NS_ERROR_CACHE_IN_USE = 0x804B0044L;

  /** The document may come from the cache only and is not in it. */
  public static final long NS_ERROR_DOCUMENT_NOT_CACHED = 0x804B0046L;

  /** The host name has too few labels for a base domain. */
  public static final long NS_ERROR_INSUFFICIENT_DOMAIN_LEVELS = 0x804B0050L;

  /** The host is an address, and addresses have no domain. */
  public static final long NS_ERROR_HOST_IS_IP_ADDRESS = 0x804B0051L;

  /** The callee keeps the data it was given. */
  public static final long NS_SUCCESS_ADOPTED_DATA = 0x004B005AL;

  /** Progress: an FTP transfer begins. */
  public static final long NS_NET_STATUS_BEGIN_FTP_TRANSACTION = 0x004B001BL;

  /** Progress: an FTP transfer has ended. */
  public static final long NS_NET_STATUS_END_FTP_TRANSACTION = 0x004B001CL;

  /** The authentication is complete, nothing has to be sent again. */
  public static final long NS_SUCCESS_AUTH_FINISHED = 0x004B0028L;

  /** Progress: data is being read. */
  public static final long NS_NET_STATUS_READING = 0x804B0008L;

  /** Progress: data is being written. */
  public static final long NS_NET_STATUS_WRITING = 0x804B0009L;

  /** Progress: the host name is being looked up. */
  public static final long NS_NET_STATUS_RESOLVING_HOST = 0x804B0003L;

  /** Progress: the host name was looked up. */
  public static final long NS_NET_STATUS_RESOLVED_HOST = 0x804B000BL;

  /** Progress: the connection is being made. */
  public static final long NS_NET_STATUS_CONNECTING_TO = 0x804B0007L;

  /** Progress: the connection was made. */
  public static final long NS_NET_STATUS_CONNECTED_TO = 0x804B0004L;

  /** Progress: the TLS handshake begins. */
  public static final long NS_NET_STATUS_TLS_HANDSHAKE_STARTING = 0x804B000CL;

  /** Progress: the TLS handshake is over. */
  public static final long NS_NET_STATUS_TLS_HANDSHAKE_ENDED = 0x804B000DL;

  /** Progress: the request is being sent. */
  public static final long NS_NET_STATUS_SENDING_TO = 0x804B0005L;

  /** Progress: the answer is awaited. */
  public static final long NS_NET_STATUS_WAITING_FOR = 0x804B000AL;

  /** Progress: the answer is arriving. */
  public static final long NS_NET_STATUS_RECEIVING_FROM = 0x804B0006L;

  /** The one who took the request over did not answer it. */
  public static final long NS_ERROR_INTERCEPTION_FAILED = 0x804B0064L;

  /** The server answered the WebSocket handshake with another status than 101. */
  public static final long NS_ERROR_WEBSOCKET_CONNECTION_REFUSED = 0x804B0057L;

  /** The operating system gave the connection up because the other side did not answer. */
  public static final long NS_ERROR_NET_TIMEOUT_EXTERNAL = 0x804B0055L;

  // Module FILES (13)

  /** The path is not in a form that this system knows. */
  public static final long NS_ERROR_FILE_UNRECOGNIZED_PATH = 0x80520001L;

  /** The link leads nowhere. */
  public static final long NS_ERROR_FILE_UNRESOLVABLE_SYMLINK = 0x80520002L;

  /** The program could not be run. */
  public static final long NS_ERROR_FILE_EXECUTION_FAILED = 0x80520003L;

  /** The entry is neither file nor directory. */
  public static final long NS_ERROR_FILE_UNKNOWN_TYPE = 0x80520004L;

  /** The destination is no directory. */
  public static final long NS_ERROR_FILE_DESTINATION_NOT_DIR = 0x80520005L;

  /** The file to work on does not exist. */
  public static final long NS_ERROR_FILE_TARGET_DOES_NOT_EXIST = 0x80520006L;

  /** The file could not be copied or moved. */
  public static final long NS_ERROR_FILE_COPY_OR_MOVE_FAILED = 0x80520007L;

  /** There is a file of this name already. */
  public static final long NS_ERROR_FILE_ALREADY_EXISTS = 0x80520008L;

  /** The path is malformed. */
  public static final long NS_ERROR_FILE_INVALID_PATH = 0x80520009L;

  /** The disk is full. */
  public static final long NS_ERROR_FILE_DISK_FULL = 0x8052000AL;

  /** The file's content is damaged. */
  public static final long NS_ERROR_FILE_CORRUPTED = 0x8052000BL;

  /** A directory was expected. */
  public static final long NS_ERROR_FILE_NOT_DIRECTORY = 0x8052000CL;

  /** A file was expected and not a directory. */
  public static final long NS_ERROR_FILE_IS_DIRECTORY = 0x8052000DL;

  /** The file is locked by another. */
  public static final long NS_ERROR_FILE_IS_LOCKED = 0x8052000EL;

  /** The data is larger than its limit; so are messages that are too long to send. */
  public static final long NS_ERROR_FILE_TOO_BIG = 0x8052000FL;

  /** The device has no room left. */
  public static final long NS_ERROR_FILE_NO_DEVICE_SPACE = 0x80520010L;

  /** The file's name is too long. */
  public static final long NS_ERROR_FILE_NAME_TOO_LONG = 0x80520011L;

  /** There is no such file. */
  public static final long NS_ERROR_FILE_NOT_FOUND = 0x80520012L;

  /** The file cannot be written. */
  public static final long NS_ERROR_FILE_READ_ONLY = 0x80520013L;

  /** The directory is not empty. */
  public static final long NS_ERROR_FILE_DIR_NOT_EMPTY = 0x80520014L;

  /** The system does not permit the access. */
  public static final long NS_ERROR_FILE_ACCESS_DENIED = 0x80520015L;

  /** The directory holds nothing. */
  public static final long NS_SUCCESS_FILE_DIRECTORY_EMPTY = 0x00520001L;

  /** The answer was put together from several providers. */
  public static final long NS_SUCCESS_AGGREGATE_RESULT = 0x00520002L;

  // Module XPCONNECT (18)

  /** A script gave fewer arguments than the method has. */
  public static final long NS_ERROR_XPC_NOT_ENOUGH_ARGS = 0x80570001L;

  /** A script must give an object for an out argument. */
  public static final long NS_ERROR_XPC_NEED_OUT_OBJECT = 0x80570002L;

  /** The value of an out argument could not be stored. */
  public static final long NS_ERROR_XPC_CANT_SET_OUT_VAL = 0x80570003L;

  /** The component answered a script with a failure. */
  public static final long NS_ERROR_XPC_NATIVE_RETURNED_FAILURE = 0x80570004L;

  /** Nothing is known about the interface at run time. */
  public static final long NS_ERROR_XPC_CANT_GET_INTERFACE_INFO = 0x80570005L;

  /** Nothing is known about a parameter's interface at run time. */
  public static final long NS_ERROR_XPC_CANT_GET_PARAM_IFACE_INFO = 0x80570006L;

  /** Nothing is known about the method at run time. */
  public static final long NS_ERROR_XPC_CANT_GET_METHOD_INFO = 0x80570007L;

  /** The script bridge met a state that it did not expect. */
  public static final long NS_ERROR_XPC_UNEXPECTED = 0x80570008L;

  /** A script's value does not fit the parameter. */
  public static final long NS_ERROR_XPC_BAD_CONVERT_JS = 0x80570009L;

  /** The component's value has no form in the script. */
  public static final long NS_ERROR_XPC_BAD_CONVERT_NATIVE = 0x8057000AL;

  /** A script gave null where a reference is needed. */
  public static final long NS_ERROR_XPC_BAD_CONVERT_JS_NULL_REF = 0x8057000BL;

  /** The prototype of a wrapped object does not permit this. */
  public static final long NS_ERROR_XPC_BAD_OP_ON_WN_PROTO = 0x8057000CL;

  /** The wrapped object is no function. */
  public static final long NS_ERROR_XPC_CANT_CONVERT_WN_TO_FUN = 0x8057000DL;

  /** The wrapped object takes no new properties. */
  public static final long NS_ERROR_XPC_CANT_DEFINE_PROP_ON_WN = 0x8057000EL;

  /** Fixed properties of a wrapped object cannot be watched. */
  public static final long NS_ERROR_XPC_CANT_WATCH_WN_STATIC = 0x8057000FL;

  /** Fixed properties of a wrapped object cannot be exported. */
  public static final long NS_ERROR_XPC_CANT_EXPORT_WN_STATIC = 0x80570010L;

  /** The object's own call hook failed. */
  public static final long NS_ERROR_XPC_SCRIPTABLE_CALL_FAILED = 0x80570011L;

  /** The object's own constructor hook failed. */
  public static final long NS_ERROR_XPC_SCRIPTABLE_CTOR_FAILED = 0x80570012L;

  /** The object has no call hook. */
  public static final long NS_ERROR_XPC_CANT_CALL_WO_SCRIPTABLE = 0x80570013L;

  /** The object has no constructor hook. */
  public static final long NS_ERROR_XPC_CANT_CTOR_WO_SCRIPTABLE = 0x80570014L;

  /** {@code createInstance} failed for a script. */
  public static final long NS_ERROR_XPC_CI_RETURNED_FAILURE = 0x80570015L;

  /** {@code getService} failed for a script. */
  public static final long NS_ERROR_XPC_GS_RETURNED_FAILURE = 0x80570016L;

  /** A script named no valid class ID. */
  public static final long NS_ERROR_XPC_BAD_CID = 0x80570017L;

  /** A script named no valid interface ID. */
  public static final long NS_ERROR_XPC_BAD_IID = 0x80570018L;

  /** The object could not be wrapped for a script. */
  public static final long NS_ERROR_XPC_CANT_CREATE_WN = 0x80570019L;

  /** A script threw an exception object. */
  public static final long NS_ERROR_XPC_JS_THREW_EXCEPTION = 0x8057001AL;

  /** A script threw a wrapped object. */
  public static final long NS_ERROR_XPC_JS_THREW_NATIVE_OBJECT = 0x8057001BL;

  /** A script threw an object of its own. */
  public static final long NS_ERROR_XPC_JS_THREW_JS_OBJECT = 0x8057001CL;

  /** A script threw null. */
  public static final long NS_ERROR_XPC_JS_THREW_NULL = 0x8057001DL;

  /** A script threw a string. */
  public static final long NS_ERROR_XPC_JS_THREW_STRING = 0x8057001EL;

  /** A script threw a number. */
  public static final long NS_ERROR_XPC_JS_THREW_NUMBER = 0x8057001FL;

  /** A script failed. */
  public static final long NS_ERROR_XPC_JAVASCRIPT_ERROR = 0x80570020L;

  /** A script failed and it is known where. */
  public static final long NS_ERROR_XPC_JAVASCRIPT_ERROR_WITH_DETAILS = 0x80570021L;

  /** A script gave a plain value for an array. */
  public static final long NS_ERROR_XPC_CANT_CONVERT_PRIMITIVE_TO_ARRAY = 0x80570022L;

  /** A script gave an object that is no array. */
  public static final long NS_ERROR_XPC_CANT_CONVERT_OBJECT_TO_ARRAY = 0x80570023L;

  /** A script's array is shorter than its count says. */
  public static final long NS_ERROR_XPC_NOT_ENOUGH_ELEMENTS_IN_ARRAY = 0x80570024L;

  /** Nothing is known about the array's elements at run time. */
  public static final long NS_ERROR_XPC_CANT_GET_ARRAY_INFO = 0x80570025L;

  /** A script's string is shorter than its count says. */
  public static final long NS_ERROR_XPC_NOT_ENOUGH_CHARS_IN_STRING = 0x80570026L;

  /** The security manager forbade the access. */
  public static final long NS_ERROR_XPC_SECURITY_MANAGER_VETO = 0x80570027L;

  /** The interface is not for scripts. */
  public static final long NS_ERROR_XPC_INTERFACE_NOT_SCRIPTABLE = 0x80570028L;

  /** The interface does not descend from nsISupports. */
  public static final long NS_ERROR_XPC_INTERFACE_NOT_FROM_NSISUPPORTS = 0x80570029L;

  /** The DOM object has no script object. */
  public static final long NS_ERROR_XPC_CANT_GET_JSOBJECT_OF_DOM_OBJECT = 0x8057002AL;

  /** A script tried to set a constant. */
  public static final long NS_ERROR_XPC_CANT_SET_READ_ONLY_CONSTANT = 0x8057002BL;

  /** A script tried to set a read-only attribute. */
  public static final long NS_ERROR_XPC_CANT_SET_READ_ONLY_ATTRIBUTE = 0x8057002CL;

  /** A script tried to replace a method. */
  public static final long NS_ERROR_XPC_CANT_SET_READ_ONLY_METHOD = 0x8057002DL;

  /** A script tried to add a property to a wrapped object. */
  public static final long NS_ERROR_XPC_CANT_ADD_PROP_TO_WRAPPED_NATIVE = 0x8057002EL;

  /** A hook of the object failed. */
  public static final long NS_ERROR_XPC_CALL_TO_SCRIPTABLE_FAILED = 0x8057002FL;

  /** A script's object lacks the method that was called. */
  public static final long NS_ERROR_XPC_JSOBJECT_HAS_NO_FUNCTION_NAMED = 0x80570030L;

  /** A script gave text that is no ID. */
  public static final long NS_ERROR_XPC_BAD_ID_STRING = 0x80570031L;

  /** A script named an initializer that the interface does not have. */
  public static final long NS_ERROR_XPC_BAD_INITIALIZER_NAME = 0x80570032L;

  /** The script bridge is shut down. */
  public static final long NS_ERROR_XPC_HAS_BEEN_SHUTDOWN = 0x80570033L;

  /** The wrapped object's properties cannot be changed. */
  public static final long NS_ERROR_XPC_CANT_MODIFY_PROP_ON_WN = 0x80570034L;

  /** A script gave zero where null was meant. */
  public static final long NS_ERROR_XPC_BAD_CONVERT_JS_ZERO_ISNOT_NULL = 0x80570035L;

  /** A script gave an object of another process. */
  public static final long NS_ERROR_XPC_CANT_PASS_CPOW_TO_NATIVE = 0x80570036L;

  // Module SECURITY (21): 0x5A0000 and the negated NSS code

  /** TLS: no trusted authority stands behind the certificate. */
  public static final long SEC_ERROR_UNKNOWN_ISSUER = 0x805A1FF3L;

  /** TLS: the certificate has expired. */
  public static final long SEC_ERROR_EXPIRED_CERTIFICATE = 0x805A1FF5L;

  /** TLS: the certificate was revoked. */
  public static final long SEC_ERROR_REVOKED_CERTIFICATE = 0x805A1FF4L;

  /** TLS: the authority behind the certificate is marked as not trusted. */
  public static final long SEC_ERROR_UNTRUSTED_ISSUER = 0x805A1FECL;

  /** TLS: the certificate is marked as not trusted. */
  public static final long SEC_ERROR_UNTRUSTED_CERT = 0x805A1FEBL;

  /** TLS: a certificate of the authority has expired. */
  public static final long SEC_ERROR_EXPIRED_ISSUER_CERTIFICATE = 0x805A1FE2L;

  /** TLS: the certificate was issued by one that is no authority. */
  public static final long SEC_ERROR_CA_CERT_INVALID = 0x805A1FDCL;

  /** TLS: a certificate's signature does not match. */
  public static final long SEC_ERROR_BAD_SIGNATURE = 0x805A1FF6L;

  /** TLS: the authority may not issue for this name. */
  public static final long SEC_ERROR_CERT_NOT_IN_NAME_SPACE = 0x805A1F90L;

  /** TLS: the certificate's key usage does not allow this. */
  public static final long SEC_ERROR_INADEQUATE_KEY_USAGE = 0x805A1FA6L;

  /** TLS: the certificate's extended key usage does not allow this. */
  public static final long SEC_ERROR_INADEQUATE_CERT_TYPE = 0x805A1FA5L;

  /** TLS: a certificate is malformed. */
  public static final long SEC_ERROR_BAD_DER = 0x805A1FF7L;

  /** TLS: the OCSP server reported an error. */
  public static final long SEC_ERROR_OCSP_SERVER_ERROR = 0x805A1F87L;

  /** TLS: the OCSP answer is signed by one who may not. */
  public static final long SEC_ERROR_OCSP_INVALID_SIGNING_CERT = 0x805A1F70L;

  /** TLS: a certificate is signed with an algorithm that is no longer safe. */
  public static final long SEC_ERROR_CERT_SIGNATURE_ALGORITHM_DISABLED = 0x805A1F50L;

  /** TLS: a key is malformed or too weak. */
  public static final long SEC_ERROR_INVALID_KEY = 0x805A1FD8L;

  /** TLS: another certificate bears the same issuer and serial number. */
  public static final long SEC_ERROR_REUSED_ISSUER_AND_SERIAL = 0x805A1F76L;

  /** TLS: the certificate is for another host. */
  public static final long SSL_ERROR_BAD_CERT_DOMAIN = 0x805A2FF4L;

  /** TLS: the two sides have no cipher suite in common. */
  public static final long SSL_ERROR_NO_CYPHER_OVERLAP = 0x805A2FFEL;

  /** TLS: the server found no acceptable parameters. */
  public static final long SSL_ERROR_HANDSHAKE_FAILURE_ALERT = 0x805A2FC3L;

  /** TLS: the server does not speak the offered versions. */
  public static final long SSL_ERROR_PROTOCOL_VERSION_ALERT = 0x805A2F9EL;

  /** TLS: the server chose a version that was not offered. */
  public static final long SSL_ERROR_UNSUPPORTED_VERSION = 0x805A2FF7L;

  /** TLS: the server rejected the client's certificate. */
  public static final long SSL_ERROR_BAD_CERT_ALERT = 0x805A2FEFL;

  /** TLS: the server does not know the authority behind the client's certificate. */
  public static final long SSL_ERROR_UNKNOWN_CA_ALERT = 0x805A2FA3L;

  /** TLS: the server does not serve this host name. */
  public static final long SSL_ERROR_UNRECOGNIZED_NAME_ALERT = 0x805A2F96L;

  /** TLS: the handshake failed for an unnamed reason. */
  public static final long SSL_ERROR_HANDSHAKE_FAILED = 0x805A2F54L;

  /** TLS: the server sent what it may not send. */
  public static final long SSL_ERROR_BAD_SERVER = 0x805A2FF9L;

  /** TLS: a record is too long; often the other side speaks no TLS. */
  public static final long SSL_ERROR_RX_RECORD_TOO_LONG = 0x805A2FE7L;

  /** TLS: a handshake message is malformed. */
  public static final long SSL_ERROR_RX_MALFORMED_HANDSHAKE = 0x805A2FD9L;

  /** TLS: a record of this type was not expected here. */
  public static final long SSL_ERROR_RX_UNEXPECTED_RECORD_TYPE = 0x805A2F4DL;

  /** TLS: a record was altered on its way. */
  public static final long SSL_ERROR_BAD_MAC_READ = 0x805A2FF1L;

  /** TLS: the server could not check a signature or the finished message. */
  public static final long SSL_ERROR_DECRYPT_ERROR_ALERT = 0x805A2FA0L;

  /** TLS: the server reported an error of its own. */
  public static final long SSL_ERROR_INTERNAL_ERROR_ALERT = 0x805A2F9CL;

  /** TLS: the server's Diffie-Hellman key is too weak. */
  public static final long SSL_ERROR_WEAK_SERVER_EPHEMERAL_DH_KEY = 0x805A2F8DL;

  /** TLS: the two sides have no ALPN protocol in common. */
  public static final long SSL_ERROR_NEXT_PROTOCOL_NO_PROTOCOL = 0x805A2F7EL;

  /** TLS: the certificate is signed by itself and not trusted. */
  public static final long MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT = 0x805A3FF2L;

  /** TLS: the certificate is not valid yet. */
  public static final long MOZILLA_PKIX_ERROR_NOT_YET_VALID_CERTIFICATE = 0x805A3FFBL;

  private Nsresult() {}

  /**
   * Tells whether a result is a failure.
   *
   * @param result an nsresult; only its low 32 bits count
   * @return whether its severity bit is set
   */
  public static boolean failed(long result) {
    return (result & SEVERITY_ERROR) != 0;
  }

  /**
   * Tells whether a result is a success, of which there are several.
   *
   * @param result an nsresult; only its low 32 bits count
   * @return whether its severity bit is clear
   */
  public static boolean succeeded(long result) {
    return !failed(result);
  }

  /**
   * Returns the name of a result.
   *
   * @param result an nsresult; only its low 32 bits count
   * @return the first name of its value, such as {@code NS_ERROR_ILLEGAL_VALUE}; for a value without
   *     a name its parts, such as {@code 0x80780005 (module 51, code 5)}
   */
  public static String nameOf(long result) {
    String name = NsresultNames.find((int) result);
    return name != null ? name : parts(result);
  }

  /**
   * Returns name and value of a result, as they stand at the head of messages.
   *
   * @param result an nsresult; only its low 32 bits count
   * @return for example {@code NS_ERROR_ILLEGAL_VALUE (0x80070057)}; for a value without a name the
   *     same as {@link #nameOf}
   */
  public static String describe(long result) {
    String name = NsresultNames.find((int) result);
    return name != null ? name + " (" + hex(result) + ")" : parts(result);
  }

  private static String parts(long result) {
    long module = (result >> 16 & MODULE_MASK) - MODULE_OFFSET;
    return hex(result) + " (module " + module + ", code " + (result & CODE_MASK) + ")";
  }

  private static String hex(long result) {
    return String.format("0x%08X", result & MASK);
  }
}
