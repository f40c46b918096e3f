package dev.footnote.english;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Verbs with which a text reports what somebody says: verbs of communication that take a clause (VerbNet's classes 37,
 * "say", "tell", "complain"), and verbs of thinking.
 */
public final class SpeechVerbs {

    /** Past and present of each verb, in lower case. */
    private static final List<Verb> SAYING = verbs(
            "said/says declared/declares noted/notes announced/announces claimed/claims warned/warns argued/argues"
                    + " stated/states told/tells insisted/insists explained/explains replied/replies admitted/admits"
                    + " acknowledged/acknowledges asserted/asserts alleged/alleges remarked/remarks commented/comments"
                    + " recalled/recalls complained/complains confirmed/confirms denied/denies promised/promises"
                    + " suggested/suggests wrote/writes accused/accuses");

    /** Everyday verbs that say something only where what is said follows: "added that", "added: “…”". */
    private static final List<Verb> ADDING = verbs("added/adds");

    /** Verbs that can stand behind what was said, before the speaker. */
    private static final List<Verb> BEHIND =
            verbs("said/says added/adds noted/notes replied/replies asked/asks wrote/writes");

    /** Verbs that leave open whether what they report is so. */
    private static final List<Verb> DOUBTFUL = verbs(
            "said/says accused/accuses alleged/alleges claimed/claims suggested/suggests believed/believes thought/thinks");

    private record Verb(String past, String present) {}

    private SpeechVerbs() {}

    /** A group of a regular expression: a verb of saying, in the past or the present, as it stands behind its subject. */
    static String saying() {
        return "(?:" + WordClass.anyOf(forms(SAYING)) + "|" + WordClass.anyOf(forms(ADDING))
                + "(?= that\\b|[,:]| ?[\"“]))";
    }

    /** A group of a regular expression: a verb of saying as it stands before its subject, "said Ann". */
    static String sayingBefore() {
        return WordClass.anyOf(forms(BEHIND));
    }

    /** All forms of the verbs with which a sentence reports something without vouching for it. */
    static Collection<String> doubtful() {
        return Stream.concat(forms(DOUBTFUL).stream(), Stream.of("say", "believe", "think"))
                .toList();
    }

    /** The verbs of saying, in the past and the present. */
    public static Collection<String> forms() {
        return Stream.concat(forms(SAYING).stream(), forms(ADDING).stream()).toList();
    }

    /** The verbs of saying in the present, "says". */
    static Collection<String> presentForms() {
        return Stream.concat(SAYING.stream(), ADDING.stream())
                .map(Verb::present)
                .toList();
    }

    private static Collection<String> forms(List<Verb> verbs) {
        return verbs.stream()
                .flatMap(verb -> Stream.of(verb.past(), verb.present()))
                .toList();
    }

    private static List<Verb> verbs(String pairs) {
        return Arrays.stream(pairs.split(" ", -1))
                .map(pair -> pair.split("/", -1))
                .map(pair -> new Verb(pair[0], pair[1]))
                .toList();
    }
}
