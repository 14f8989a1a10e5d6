package app.charla.api;

import app.charla.CharlaApplication;
import app.charla.core.SpaceId;
import app.charla.space.SpaceProgressed;
import app.charla.storage.DatabaseAddress;
import app.charla.storage.SpaceProvisioner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

/**
 * Charla that gets a {@code kill -9} while it makes a space whose name says where: {@code Dies at SCHEMA}. Each name kills once;
 * what has happened is remembered in {@code DATA_DIR}.
 */
final class CrashingCharla implements BeanPostProcessor, ApplicationListener<PayloadApplicationEvent<SpaceProgressed>> {

    /** The database is there, but nobody has written down where. */
    static final String CREATED = "CREATED";

    /** The database is gone, but nobody has written that down. */
    static final String REMOVED = "REMOVED";

    private static final String NAME = "Dies at ";

    private final Path folder = Path.of(System.getenv("DATA_DIR"));
    private final Map<SpaceId, String> names = new ConcurrentHashMap<>();

    private CrashingCharla() {}

    static void main(String[] args) {
        var charla = new SpringApplication(CharlaApplication.class);
        charla.addInitializers(context -> {
            var mortal = new CrashingCharla();
            context.addApplicationListener(mortal);
            context.getBeanFactory().addBeanPostProcessor(mortal);
        });
        charla.run(args);
    }

    static String name(String point) {
        return NAME + point;
    }

    @Override
    public void onApplicationEvent(PayloadApplicationEvent<SpaceProgressed> event) {
        SpaceProgressed progressed = event.getPayload();
        names.put(progressed.space().id(), progressed.space().name());
        reached(progressed.space().id(), progressed.step().name());
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        return bean instanceof SpaceProvisioner provisioner ? new Mortal(provisioner) : bean;
    }

    private final class Mortal implements SpaceProvisioner {

        private final SpaceProvisioner provisioner;

        Mortal(SpaceProvisioner provisioner) {
            this.provisioner = provisioner;
        }

        @Override
        public DatabaseAddress create(SpaceId space) {
            DatabaseAddress address = provisioner.create(space);
            reached(space, CREATED);
            return address;
        }

        @Override
        public void delete(SpaceId space, DatabaseAddress address) {
            provisioner.delete(space, address);
            reached(space, REMOVED);
        }
    }

    private void reached(SpaceId space, String point) {
        if (name(point).equals(names.get(space)) && isFirst(point)) {
            kill();
        }
    }

    private boolean isFirst(String point) {
        try {
            Files.createFile(folder.resolve("died-at-" + point));
            return true;
        } catch (FileAlreadyExistsException earlier) {
            return false;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void kill() {
        try {
            new ProcessBuilder(
                            "kill", "-9", String.valueOf(ProcessHandle.current().pid()))
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        while (true) {
            LockSupport.park(); // not a step further
        }
    }
}
