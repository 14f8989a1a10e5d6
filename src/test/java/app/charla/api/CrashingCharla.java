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
 * Charla that kills itself with {@code kill -9} while it provisions a space, at the step in the space's name, such as
 * {@code Dies at SCHEMA}. Each step kills once; files in {@code DATA_DIR} remember which have.
 */
final class CrashingCharla implements BeanPostProcessor, ApplicationListener<PayloadApplicationEvent<SpaceProgressed>> {

    /** The database is created, but its address is not stored yet. */
    static final String CREATED = "CREATED";

    /** The database is deleted, but that is not stored yet. */
    static final String REMOVED = "REMOVED";

    private static final String NAME_PREFIX = "Dies at ";

    private final Path folder = Path.of(System.getenv("DATA_DIR"));
    private final Map<SpaceId, String> names = new ConcurrentHashMap<>();

    private CrashingCharla() {}

    static void main(String[] args) {
        var charla = new SpringApplication(CharlaApplication.class);
        charla.addInitializers(context -> {
            var crashing = new CrashingCharla();
            context.addApplicationListener(crashing);
            context.getBeanFactory().addBeanPostProcessor(crashing);
        });
        charla.run(args);
    }

    static String name(String step) {
        return NAME_PREFIX + step;
    }

    @Override
    public void onApplicationEvent(PayloadApplicationEvent<SpaceProgressed> event) {
        SpaceProgressed progressed = event.getPayload();
        names.put(progressed.space().id(), progressed.space().name());
        killAt(progressed.space().id(), progressed.step().name());
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        return bean instanceof SpaceProvisioner provisioner ? new KillingProvisioner(provisioner) : bean;
    }

    private final class KillingProvisioner implements SpaceProvisioner {

        private final SpaceProvisioner provisioner;

        KillingProvisioner(SpaceProvisioner provisioner) {
            this.provisioner = provisioner;
        }

        @Override
        public DatabaseAddress create(SpaceId space) {
            DatabaseAddress address = provisioner.create(space);
            killAt(space, CREATED);
            return address;
        }

        @Override
        public void delete(SpaceId space, DatabaseAddress address) {
            provisioner.delete(space, address);
            killAt(space, REMOVED);
        }
    }

    private void killAt(SpaceId space, String step) {
        if (name(step).equals(names.get(space)) && isFirst(step)) {
            kill();
        }
    }

    private boolean isFirst(String step) {
        try {
            Files.createFile(folder.resolve("died-at-" + step));
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
            LockSupport.park(); // until the signal arrives
        }
    }
}
