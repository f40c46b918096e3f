package dev.footnote.evaluation.abuse;

import java.util.ArrayList;
import java.util.List;

/** Articles made up for a soak, with questions whose answers are known. */
final class PlantedFacts {

    private static final List<String> PLACES = List.of(
            "Marrow Point",
            "Tessel Bay",
            "Upper Quen",
            "Harl Bridge",
            "Dunmere",
            "Port Isolde",
            "Vesper Hill",
            "Oakham Sound");

    private static final List<String> PEOPLE = List.of(
            "Ada Quill",
            "Bruno Tamm",
            "Celia Okoro",
            "Dmitri Vale",
            "Esme Lund",
            "Farid Osei",
            "Greta Holm",
            "Hugo Brandt");

    private PlantedFacts() {}

    /**
     * A fact.
     *
     * @param title the title of its article
     * @param text the article
     * @param question what is asked
     * @param answer what must be said
     */
    record Fact(String title, String text, String question, String answer) {}

    /** One article for each place. */
    static List<Fact> standing() {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < PLACES.size(); i++) {
            String place = PLACES.get(i);
            String person = PEOPLE.get(i);
            String text = "The coast near " + place + " is known for its fog.\n\nThe lighthouse of " + place
                    + " was built by " + person + " in " + (1850 + 7 * i) + ". It has " + (90 + i)
                    + " steps.\n\nIn winter the road to it is closed.";
            facts.add(
                    new Fact("The lighthouse of " + place, text, "Who built the lighthouse of " + place + "?", person));
        }
        return facts;
    }

    /** One that is added and deleted in the course of a soak; unlike those that stand, and unlike every other number's. */
    static Fact passing(int number) {
        String person = PEOPLE.get(number % PEOPLE.size());
        String text = "Bakery number " + number + " opens at six.\n\nThe bakery was founded by " + person
                + " with a loan of " + (1000 + number) + " crowns.";
        return new Fact("Bakery " + number, text, "Who founded the bakery?", person);
    }
}
