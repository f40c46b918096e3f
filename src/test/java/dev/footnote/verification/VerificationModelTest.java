package dev.footnote.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footnote.answer.Support;
import dev.footnote.model.BlendedModel;
import dev.footnote.model.LogisticModel;
import dev.footnote.model.TreesModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationModelTest {

    @TempDir
    Path folder;

    private static VerificationModel model(String sign, double partialFrom, double supportedFrom) {
        return new VerificationModel(
                "made by hand",
                new BlendedModel(
                        new LogisticModel(List.of(sign), List.of(2.0), 0), new TreesModel(List.of(), List.of(), 0)),
                partialFrom,
                supportedFrom);
    }

    @Test
    void eachWordBeginsAtItsProbability() {
        VerificationModel model = model("yes", 0.4, 0.7);

        assertThat(model.support(0.7)).isEqualTo(Support.SUPPORTED);
        assertThat(model.support(0.69)).isEqualTo(Support.PARTIAL);
        assertThat(model.support(0.4)).isEqualTo(Support.PARTIAL);
        assertThat(model.support(0.39)).isEqualTo(Support.UNSUPPORTED);
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        VerificationModel model = model("yes", 0.4, 0.7);

        assertThat(model.write(folder)).isEqualTo(folder.resolve(VerificationModel.FILE));
        assertThat(VerificationModel.read(folder)).isEqualTo(model);
        assertThat(model.probability(Map.of("yes", 3.0))).isGreaterThan(model.probability(Map.of("yes", 1.0)));
        assertThatThrownBy(() -> model.probability(Map.of())).hasMessageContaining("yes");
    }

    @Test
    void signsOfAnotherVersionAreRefused() {
        assertThatThrownBy(() -> model("colour", 0.4, 0.7))
                .hasMessageContaining("colour")
                .hasMessageContaining("Run the command fit");
    }

    @Test
    void boundsInTheWrongOrderAreRefused() {
        assertThatThrownBy(() -> model("yes", 0.8, 0.7)).hasMessageContaining("0.8 and 0.7");
        assertThatThrownBy(() -> model("yes", -0.1, 0.7)).hasMessageContaining("-0.1");
        assertThatThrownBy(() -> model("yes", 0.4, 1.1)).hasMessageContaining("1.1");
    }

    @Test
    void aMissingOrBrokenFileNamesTheRemedy() throws IOException {
        assertThatThrownBy(() -> VerificationModel.read(folder))
                .hasMessageContaining(VerificationModel.FILE)
                .hasMessageContaining("footnote.home");
        Files.writeString(folder.resolve(VerificationModel.FILE), "{");
        assertThatThrownBy(() -> VerificationModel.read(folder)).hasMessageContaining("cannot be read");
    }
}
