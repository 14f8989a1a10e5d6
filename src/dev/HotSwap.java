import module java.base;
import module jdk.jdi;

/**
 * Replaces bodies of methods in the running JVM, as a debugger does (JDI). Attached only while it works, so that a
 * debugger can be at other times.
 */
class HotSwap {

    private static final System.Logger LOG = System.getLogger("dev");

    private final int port;

    /** @param port where the JVM listens for debuggers, on the loopback address */
    HotSwap(int port) {
        this.port = port;
    }

    /** Returns false where the JVM does not take the classes as they are: it has to be restarted then. */
    boolean redefine(Map<String, byte[]> classes) {
        try {
            var jvm = attach();
            try {
                jvm.redefineClasses(loaded(jvm, classes));
                return true;
            } finally {
                jvm.dispose();
            }
        } catch (IOException | IllegalConnectorArgumentsException | UnsupportedOperationException | LinkageError
                | VMDisconnectedException failure) {
            LOG.log(System.Logger.Level.DEBUG, "cannot replace classes", failure);
            return false;
        }
    }

    private VirtualMachine attach() throws IOException, IllegalConnectorArgumentsException {
        for (var connector : Bootstrap.virtualMachineManager().attachingConnectors()) {
            if (connector.transport().name().equals("dt_socket")) {
                var arguments = connector.defaultArguments();
                arguments.get("hostname").setValue("127.0.0.1");
                arguments.get("port").setValue(String.valueOf(port));
                return connector.attach(arguments);
            }
        }
        throw new IOException("this JDK has no dt_socket connector");
    }

    /** A class that is not loaded yet will be read from its file; one of a former restart may still be loaded, too. */
    private static Map<ReferenceType, byte[]> loaded(VirtualMachine jvm, Map<String, byte[]> classes) {
        var loaded = new HashMap<ReferenceType, byte[]>();
        classes.forEach((name, bytes) -> jvm.classesByName(name).forEach(type -> loaded.put(type, bytes)));
        return loaded;
    }
}
