package dev.footnote.api;

import dev.footnote.answer.Engine;
import java.util.List;

/** All that can answer. */
record EngineList(List<Engine> engines) {}
