package dev.footnote.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiKeysTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-26T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void keyIsFoundByItsSecretAlone() throws IOException {
        ApiKeys keys = new ApiKeys(folder, NOON);
        ApiKeys.Made reader = keys.make("The portal", Scope.ASK);
        ApiKeys.Made editor = keys.make("an editor", Scope.MANAGE);

        ApiKeys server = new ApiKeys(folder, NOON);
        assertThat(server.all()).containsExactly(reader.key(), editor.key());
        assertThat(server.find(editor.secret())).contains(editor.key());
        assertThat(server.find(reader.secret()).map(ApiKey::scope)).contains(Scope.ASK);
        assertThat(server.find(reader.secret() + "x")).isEmpty();
        assertThat(server.find(reader.key().hash())).isEmpty();
        assertThat(server.find("")).isEmpty();
    }

    @Test
    void secretIsNotKept() throws IOException {
        ApiKeys.Made made = new ApiKeys(folder, NOON).make("The portal", Scope.ASK);
        Path file = folder.resolve("keys.tsv");

        assertThat(Files.readString(file)).doesNotContain(made.secret()).contains("The portal");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void withdrawnKeyLetsNobodyIn() throws IOException {
        ApiKeys keys = new ApiKeys(folder, NOON);
        ApiKeys.Made made = keys.make("The portal", Scope.MANAGE);

        assertThat(keys.withdraw("other")).isFalse();
        assertThat(keys.withdraw(made.key().id())).isTrue();
        assertThat(keys.find(made.secret())).isEmpty();
    }

    @Test
    void serverTellsOfKeysThatCameAndWentWithoutTheirSecrets() throws IOException {
        ApiKeys keys = new ApiKeys(folder, NOON);
        keys.make("An early one", Scope.ASK);
        ApiKeys server = new ApiKeys(folder, NOON);
        List<String> lines = new CopyOnWriteArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord log) {
                lines.add(new PatternFormatter("%s").format(log));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger audit = Logger.getLogger("dev.footnote.audit");
        audit.addHandler(handler);
        try {
            server.start(new StartupEvent());
            ApiKeys.Made made = server.make("The portal", Scope.MANAGE);
            server.all();
            server.all();
            server.withdraw(made.key().id());
            server.all();
            assertThat(lines)
                    .containsExactly(
                            "key made: " + made.key().id() + ", for The portal, scope manage, by the command keys",
                            "key withdrawn: " + made.key().id() + ", for The portal, by the command keys");
        } finally {
            audit.removeHandler(handler);
        }
    }

    @Test
    void damagedLineIsReadOver() throws IOException {
        ApiKeys keys = new ApiKeys(folder, NOON);
        ApiKeys.Made made = keys.make("The portal", Scope.ASK);
        Path file = folder.resolve("keys.tsv");
        Files.writeString(file, "rubbish\n1\tall\tx\ty\tz\n" + Files.readString(file));

        assertThat(new ApiKeys(folder, NOON).all()).containsExactly(made.key());
    }

    @Test
    void nameCannotForgeALine() {
        assertThatThrownBy(() -> new ApiKeys(folder, NOON).make("a\nb", Scope.ASK))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void askingIsNotManaging() {
        assertThat(Scope.MANAGE.covers(Scope.ASK)).isTrue();
        assertThat(Scope.ASK.covers(Scope.MANAGE)).isFalse();
        assertThat(Scope.ASK.covers(Scope.ASK)).isTrue();
    }
}
