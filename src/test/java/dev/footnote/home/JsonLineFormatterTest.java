package dev.footnote.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;

class JsonLineFormatterTest {

    @Test
    void lineIsOneObjectWhateverIsInIt() throws IOException {
        ExtLogRecord logged = new ExtLogRecord(Level.WARN, "two\nlines and a \"quote\"", "x");
        logged.setMdc(Map.of("request_id", "r-1"));
        logged.setThrown(new IllegalStateException("broken"));

        String line = new JsonLineFormatter().format(logged);

        assertThat(line).endsWith("\n").hasLineCount(1);
        JsonNode object = new ObjectMapper().readTree(line);
        assertThat(object.get("message").asText()).isEqualTo("two\nlines and a \"quote\"");
        assertThat(object.get("level").asText()).isEqualTo("WARN");
        assertThat(object.at("/mdc/request_id").asText()).isEqualTo("r-1");
        assertThat(line).contains("broken");
    }
}
