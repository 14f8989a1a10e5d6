import module java.base;
import module java.compiler;
import java.lang.classfile.AccessFlags;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.Utf8Entry;
import javax.tools.ToolProvider;

/**
 * Compiles sources that are newer than their class files and, where members of those classes changed, the sources that use
 * them. Does not run ErrorProne: {@code ./charla test} does.
 *
 * <p>One thing escapes it: javac copies a constant into the classes that use it, which keep the old value.
 */
class IncrementalCompiler {

    private final Path sources;
    private final Path classes;
    private final String classPath;
    private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager manager = javac.getStandardFileManager(null, null, null);

    /** Sources to compile though they did not change: they failed before, or use something that changed. */
    private final Set<Path> pending = new TreeSet<>();

    private Map<Path, FileTime> seen = Map.of();

    IncrementalCompiler(Path sources, Path classes, String libraries) {
        this.sources = sources;
        this.classes = classes;
        this.classPath = classes + File.pathSeparator + libraries;
    }

    /**
     * The outcome of one run.
     *
     * @param compiled false if there were errors, which are on the console; no class file was written then
     * @param sameShape whether all classes kept their members and annotations
     * @param classes the new class files by class name
     */
    record Result(boolean compiled, boolean sameShape, Map<String, byte[]> classes) {}

    boolean isChanged() throws IOException {
        return !files(sources, ".java").equals(seen);
    }

    Result compileChanges() throws IOException {
        seen = files(sources, ".java");
        boolean sameShape = !removeOrphans();
        var next = new TreeSet<>(pending);
        pending.clear();
        for (var source : seen.entrySet()) {
            if (isStale(source.getKey(), source.getValue())) {
                next.add(source.getKey());
            }
        }
        next.retainAll(seen.keySet());
        var done = new TreeSet<Path>();
        while (!next.isEmpty()) {
            var before = shapes(next);
            if (!compile(next)) {
                pending.addAll(next);
                return new Result(false, false, Map.of());
            }
            done.addAll(next);
            var after = shapes(next);
            sameShape &= before.equals(after);
            var changed = new HashSet<>(before.keySet());
            changed.removeIf(name -> visible(before.get(name)).equals(visible(after.getOrDefault(name, Set.of()))));
            next = usersOf(changed);
            next.removeAll(done);
        }
        return new Result(true, sameShape, bytes(done));
    }

    private boolean compile(Collection<Path> changed) {
        long start = System.nanoTime();
        // Policy "simple": with an error in one class, none is written.
        var options = List.of("-d", classes.toString(), "-cp", classPath, "-parameters", "-g", "-proc:none", "-nowarn",
                "-implicit:none", "-XDcompilePolicy=simple");
        var units = manager.getJavaFileObjectsFromPaths(changed);
        boolean compiled = javac.getTask(null, manager, null, options, null, units).call();
        DevServer.say("%s %s in %d ms".formatted(compiled ? "compiled" : "could not compile",
                changed.size() == 1 ? changed.iterator().next().getFileName() : changed.size() + " files",
                Duration.ofNanos(System.nanoTime() - start).toMillis()));
        return compiled;
    }

    // --- sources and their class files

    /** The files below a folder whose names end so, with the times of their last change. */
    static Map<Path, FileTime> files(Path folder, String end) throws IOException {
        var found = new TreeMap<Path, FileTime>();
        if (Files.exists(folder)) {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.toString().endsWith(end)) {
                        found.put(file, attributes.lastModifiedTime());
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        }
        return found;
    }

    private boolean isStale(Path source, FileTime changed) throws IOException {
        var compiled = classes.resolve(sources.relativize(source).toString().replaceFirst("\\.java$", ".class"));
        return Files.exists(compiled)
                ? Files.getLastModifiedTime(compiled).compareTo(changed) < 0
                : !source.endsWith("package-info.java"); // without annotations it has no class file
    }

    private Path source(Path classFile) {
        return sources.resolve(
                classes.relativize(classFile).toString().replaceFirst("(\\$.*)?\\.class$", ".java"));
    }

    private Set<Path> classFiles() throws IOException {
        return files(classes, ".class").keySet();
    }

    /** The internal name, as {@code app/charla/core/ChatId}. */
    private String name(Path classFile) {
        var name = classes.relativize(classFile).toString().replace(File.separatorChar, '/');
        return name.substring(0, name.length() - ".class".length());
    }

    private Map<String, byte[]> bytes(Set<Path> compiled) throws IOException {
        var bytes = new TreeMap<String, byte[]>();
        for (var classFile : classFiles()) {
            if (compiled.contains(source(classFile))) {
                bytes.put(name(classFile).replace('/', '.'), Files.readAllBytes(classFile));
            }
        }
        return bytes;
    }

    private boolean removeOrphans() throws IOException {
        boolean removed = false;
        for (var classFile : classFiles()) {
            if (!seen.containsKey(source(classFile))) {
                pending.addAll(usersOf(Set.of(name(classFile))));
                Files.delete(classFile);
                removed = true;
            }
        }
        return removed;
    }

    // --- members of classes, and the users of classes

    private Map<String, Set<String>> shapes(Set<Path> changed) throws IOException {
        var shapes = new HashMap<String, Set<String>>();
        for (var classFile : classFiles()) {
            if (changed.contains(source(classFile))) {
                shapes.put(name(classFile), shape(ClassFile.of().parse(classFile)));
            }
        }
        return shapes;
    }

    private static Set<String> shape(ClassModel type) {
        var shape = new HashSet<String>();
        shape.add(type.flags().flagsMask() + " " + type.superclass() + type.interfaces() + annotations(type)
                + type.findAttribute(Attributes.permittedSubclasses()).map(found -> found.permittedSubclasses()));
        for (var method : type.methods()) {
            shape.add(hidden(method.flags()) + method.flags().flagsMask() + " " + method.methodName().stringValue()
                    + method.methodType().stringValue() + annotations(method)
                    + method.findAttribute(Attributes.exceptions()).map(found -> found.exceptions()));
        }
        for (var field : type.fields()) {
            shape.add(hidden(field.flags()) + field.flags().flagsMask() + " " + field.fieldName().stringValue()
                    + field.fieldType().stringValue() + annotations(field)
                    + field.findAttribute(Attributes.constantValue()).map(found -> found.constant().constantValue()));
        }
        return shape;
    }

    private static String hidden(AccessFlags flags) {
        return flags.has(AccessFlag.PRIVATE) || flags.has(AccessFlag.SYNTHETIC) ? "hidden " : "";
    }

    private static Set<String> visible(Set<String> shape) {
        return shape.stream().filter(member -> !member.startsWith("hidden ")).collect(Collectors.toSet());
    }

    private static String annotations(AttributedElement element) {
        return element.findAttribute(Attributes.signature()).map(found -> found.signature().stringValue()).orElse("")
                + element.findAttribute(Attributes.runtimeVisibleAnnotations()).map(found -> found.annotations());
    }

    private TreeSet<Path> usersOf(Set<String> names) throws IOException {
        var users = new TreeSet<Path>();
        if (names.isEmpty()) {
            return users;
        }
        for (var classFile : classFiles()) {
            var source = source(classFile);
            if (seen.containsKey(source) && !users.contains(source) && uses(ClassFile.of().parse(classFile), names)) {
                users.add(source);
            }
        }
        return users;
    }

    private static boolean uses(ClassModel type, Set<String> names) {
        for (var entry : type.constantPool()) {
            if (entry instanceof Utf8Entry text && names.stream().anyMatch(name -> text.equalsString(name)
                    || text.stringValue().contains("L" + name + ";"))) {
                return true;
            }
        }
        return false;
    }
}
