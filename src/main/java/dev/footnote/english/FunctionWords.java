package dev.footnote.english;

import java.util.Set;

/** The closed classes of English words: articles, pronouns, prepositions, conjunctions, auxiliaries and plain adverbs. */
public final class FunctionWords {

    private static final Set<String> WORDS = Set.of(("a an the this that these those some any each every either all"
                    + " both such other another much many more most few less least several own same"
                    + " i me my mine you your yours he him his she her hers it its we our ours they them their theirs"
                    + " us who whom whose which what when where why how there here himself herself itself themselves"
                    + " someone something anyone anything everyone everything"
                    + " of in on at to for from by with about into onto over under after before between among through"
                    + " during until till since against toward towards upon within off out up down as than like per via"
                    + " and or but nor so if then else because although though while whereas whether unless"
                    + " is am are was were be been being do does did done doing have has had having can could will would"
                    + " shall should may might must"
                    + " not no never also too very just only even still yet already again ever now once however"
                    + " meanwhile moreover therefore thus further instead perhaps quite rather almost one according")
            .split(" "));

    private FunctionWords() {}

    static boolean contains(String key) {
        return WORDS.contains(key);
    }
}
