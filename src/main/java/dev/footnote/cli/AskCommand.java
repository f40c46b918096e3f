package dev.footnote.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footnote.answer.Answer;
import dev.footnote.answer.AnswerText;
import dev.footnote.answer.InvalidQuestionException;
import dev.footnote.answer.Question;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks a question, or one a line. */
@Command(
        name = "ask",
        mixinStandardHelpOptions = true,
        description =
                "Asks a question and prints the answer with the sentences it stands on. Uses the running server if"
                        + " there is one. With - in place of a question, or from a pipe, asks one a line.",
        exitCodeListHeading = "%nExit codes%n",
        exitCodeList = {
            "0:answered",
            "1:the article does not say; of several questions, not to each",
            "2:wrong usage",
            "3:failed; the message says why"
        })
class AskCommand extends AskingCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Says that the questions come from standard input. */
    private static final String FROM_INPUT = "-";

    @Parameters(paramLabel = "QUESTION", arity = "0..*", description = "What to ask; its words are joined.")
    private List<String> words = List.of();

    @Option(
            names = "--json",
            description = "Print the whole answer as JSON, as the HTTP API gives it; of several a line each.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        String question = String.join(" ", words).strip();
        if (question.equals(FROM_INPUT) || (words.isEmpty() && !Screen.isThere())) {
            return ask(this::askEachLine);
        }
        if (!isQuestion(question)) {
            return ExitCode.USAGE;
        }
        return ask(answers -> {
            Answer answer = answers.ask(question, Question.newConversationId());
            System.out.print(
                    json
                            ? JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer) + System.lineSeparator()
                            : AnswerText.of(answer, Screen.style()));
            return codeOf(answer);
        });
    }

    private int askEachLine(AnswerSource answers) throws IOException, InterruptedException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        AnswerText.Style style = Screen.style();
        int code = ExitCode.OK;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isBlank()) {
                continue;
            }
            if (!isQuestion(line.strip())) {
                code = ExitCode.USAGE;
                continue;
            }
            Answer answer = answers.ask(line.strip(), Question.newConversationId());
            if (json) {
                System.out.println(JSON.writeValueAsString(answer));
            } else {
                System.out.println("? " + line.strip());
                System.out.println(AnswerText.of(answer, style));
            }
            code = Math.max(code, codeOf(answer));
        }
        return code;
    }

    /** Says of one that cannot be asked why. */
    private static boolean isQuestion(String text) {
        try {
            Question.of(text);
            return true;
        } catch (InvalidQuestionException e) {
            System.err.println(e.getMessage());
            return false;
        }
    }

    private static int codeOf(Answer answer) {
        return answer.answerable() ? ExitCode.OK : ExitCode.NOT_IN_THE_ARTICLE;
    }
}
