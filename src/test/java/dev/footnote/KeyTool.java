package dev.footnote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;

/** Makes keys with certificates that sign themselves, by the tool that comes with every JDK. */
public final class KeyTool {

    private KeyTool() {}

    /**
     * A key store, kept as {@code keys.p12} in a folder, with one key.
     *
     * @param alias by which the store knows the key
     * @param host the name of the certificate's owner
     * @param extension of the certificate, as the tool's {@code -ext} has it
     */
    public static KeyStore keys(Path folder, String alias, String host, String extension, String password)
            throws Exception {
        Path file = folder.resolve("keys.p12");
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        alias,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        extension,
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        password,
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.txt").toFile())
                .start();
        assertThat(tool.waitFor())
                .as(Files.readString(folder.resolve("keytool.txt")))
                .isZero();
        return stored(folder, password);
    }

    /** The key store that {@link #keys} kept in a folder. */
    public static KeyStore stored(Path folder, String password) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("keys.p12"))) {
            keys.load(in, password.toCharArray());
        }
        return keys;
    }
}
