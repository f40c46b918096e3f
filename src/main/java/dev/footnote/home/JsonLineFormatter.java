package dev.footnote.home;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import org.jboss.logmanager.formatters.StructuredFormatter;

/**
 * One line of the log as a JSON object. What is in it is the log manager's choice; its own formatter of JSON needs a library
 * that the packaged application keeps where the log manager cannot see it.
 */
final class JsonLineFormatter extends StructuredFormatter {

    private static final JsonFactory JSON = new JsonFactory();

    JsonLineFormatter() {
        setRecordDelimiter("\n");
        setExceptionOutputType(ExceptionOutputType.FORMATTED);
    }

    @Override
    protected Generator createGenerator(Writer writer) throws IOException {
        return new JsonObject(JSON.createGenerator(writer));
    }

    private static final class JsonObject implements Generator {

        private final JsonGenerator json;

        JsonObject(JsonGenerator json) {
            this.json = json;
        }

        @Override
        public Generator begin() throws IOException {
            json.writeStartObject();
            return this;
        }

        @Override
        public Generator add(String key, int value) throws IOException {
            json.writeNumberField(key, value);
            return this;
        }

        @Override
        public Generator add(String key, long value) throws IOException {
            json.writeNumberField(key, value);
            return this;
        }

        @Override
        public Generator add(String key, Map<String, ?> values) throws IOException {
            json.writeObjectFieldStart(key);
            if (values != null) {
                for (Map.Entry<String, ?> each : values.entrySet()) {
                    json.writeStringField(each.getKey(), String.valueOf(each.getValue()));
                }
            }
            json.writeEndObject();
            return this;
        }

        @Override
        public Generator add(String key, String value) throws IOException {
            json.writeStringField(key, value);
            return this;
        }

        @Override
        public Generator startObject(String key) throws IOException {
            json.writeObjectFieldStart(key);
            return this;
        }

        @Override
        public Generator endObject() throws IOException {
            json.writeEndObject();
            return this;
        }

        @Override
        public Generator end() throws IOException {
            json.writeEndObject();
            json.flush();
            return this;
        }
    }
}
