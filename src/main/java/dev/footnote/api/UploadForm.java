package dev.footnote.api;

import dev.footnote.article.Submission;
import dev.footnote.http.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;

/** An article that is uploaded as a form: a {@code file}, perhaps a {@code title}, and nothing else. */
final class UploadForm {

    private static final Set<String> FIELDS = Set.of("file", "title");

    private UploadForm() {}

    static Submission submission(MultipartFormDataInput form) {
        form.getValues().forEach(UploadForm::check);
        FormValue file = only(form, "file");
        if (file == null || !file.isFileItem() || file.getFileName().isBlank()) {
            throw new ProblemException(400, "There is no file. Send it in the form's field \"file\", with its name.");
        }
        FormValue title = only(form, "title");
        if (title != null && title.isFileItem()) {
            throw new ProblemException(400, "The form's field \"title\" is a file. Send the title as text.");
        }
        // Some browsers send the path on the sender's disk.
        String name = file.getFileName().replaceFirst("^.*[/\\\\]", "");
        return new Submission(name, read(name, file), title == null ? null : title.getValue());
    }

    private static void check(@Nullable String field, Collection<FormValue> values) {
        if (field == null) {
            throw new ProblemException(400, "A part of the form has no name. Send \"file\" and perhaps \"title\".");
        }
        if (!FIELDS.contains(field)) {
            throw new ProblemException(
                    400, "There is no field \"" + field + "\" in this form; these are known: file, title.");
        }
        if (values.size() > 1) {
            throw new ProblemException(
                    400, "The form has the field \"" + field + "\" " + values.size() + " times. Send it once.");
        }
    }

    private static @Nullable FormValue only(MultipartFormDataInput form, String field) {
        return form.getValues().getOrDefault(field, List.of()).stream()
                .findFirst()
                .orElse(null);
    }

    private static byte[] read(String name, FormValue file) {
        try {
            return file.getFileItem().isInMemory()
                    ? file.getFileItem().getInputStream().readAllBytes()
                    : Files.readAllBytes(file.getFileItem().getFile());
        } catch (IOException e) {
            throw new UncheckedIOException("The upload " + name + " cannot be read back", e);
        }
    }
}
