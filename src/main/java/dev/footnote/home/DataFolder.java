package dev.footnote.home;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The folder for everything that must survive a restart, owned by this process as long as this bean lives. Whatever
 * opens a file there takes the folder from here, so that the lock is held first. The lock is the operating system's:
 * it goes with the process, however that ends.
 */
@Singleton
public class DataFolder {

    private static final String LOCK = "footnote.lock";
    private static final String OWNER = "footnote.owner";

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    /**
     * Takes the folder, making it if need be.
     *
     * @throws CannotStartException if there is no such home, another process owns the folder, or it cannot be written
     */
    public DataFolder(Home home) {
        Path root = home.home().toAbsolutePath().normalize();
        if (!Files.isDirectory(root)) {
            throw new CannotStartException("The home folder " + root
                    + " does not exist; start Footnote in its own folder, or set footnote.home to it.");
        }
        path = home.dataFolder().toAbsolutePath().normalize();
        FileChannel opened = null;
        FileLock taken = null;
        try {
            Files.createDirectories(path);
            opened = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            taken = tryLock(opened);
            if (taken == null) {
                opened.close();
                throw new CannotStartException(ownedByAnother(path));
            }
            writeOwner(null);
        } catch (IOException e) {
            throw new CannotStartException(
                    "The folder " + path + " cannot be used (" + e
                            + "); make it writable, or set footnote.data to another folder.",
                    e);
        }
        channel = opened;
        lock = taken;
    }

    /** The absolute path of the folder, which exists. */
    public Path path() {
        return path;
    }

    /** Writes for other processes where the server of this one listens. */
    public void announce(URI baseUrl) {
        try {
            writeOwner(baseUrl);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + path.resolve(OWNER) + " cannot be written", e);
        }
    }

    /**
     * The server that owns a data folder and listens. What a killed process left behind is not taken for one.
     *
     * @param data the folder; need not exist
     * @return its base URL
     */
    public static Optional<URI> runningServer(Path data) {
        return Optional.ofNullable(Owner.read(data)).filter(Owner::isAlive).map(Owner::url);
    }

    @PreDestroy
    void release() throws IOException {
        Files.deleteIfExists(path.resolve(OWNER));
        lock.release();
        channel.close();
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // owned by another bean of this very process
        }
    }

    private static String ownedByAnother(Path path) {
        Owner owner = Owner.read(path);
        String who = "";
        if (owner != null) {
            who = " (process " + owner.process() + (owner.url() == null ? "" : ", " + owner.url()) + ")";
        }
        return "Another Footnote" + who + " uses the folder " + path
                + "; stop it, or set footnote.data to another folder.";
    }

    /** Beside the lock, not in it: some systems let nobody read a locked file. */
    private void writeOwner(@Nullable URI url) throws IOException {
        ProcessHandle self = ProcessHandle.current();
        String content = "process=" + self.pid() + "\nstarted="
                + self.info().startInstant().map(Instant::toString).orElse("") + "\n"
                + (url == null ? "" : "url=" + url + "\n");
        Path whole = path.resolve(OWNER);
        Path written = path.resolve(OWNER + ".new");
        Files.writeString(written, content);
        Files.move(written, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Who said last that it owns a folder. The start of the process tells it from a later one of the same number. */
    private record Owner(long process, String started, @Nullable URI url) {

        static @Nullable Owner read(Path data) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(data.resolve(OWNER))) {
                properties.load(reader);
                String url = properties.getProperty("url");
                return new Owner(
                        Long.parseLong(properties.getProperty("process", "")),
                        properties.getProperty("started", ""),
                        url == null ? null : URI.create(url));
            } catch (NoSuchFileException e) {
                return null;
            } catch (IOException | IllegalArgumentException e) {
                return null; // a stale or foreign file is as good as none
            }
        }

        boolean isAlive() {
            return ProcessHandle.of(process)
                    .filter(ProcessHandle::isAlive)
                    .filter(handle -> handle.info()
                            .startInstant()
                            .map(Instant::toString)
                            .orElse("")
                            .equals(started))
                    .isPresent();
        }
    }
}
