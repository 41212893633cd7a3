package org.xpcom4j.contract.bench;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.semantic.FrontEnd;
import org.xpcom4j.idl.semantic.SourceFinder;
import org.xpcom4j.idl.source.SourceText;
import org.xpcom4j.idl.syntax.SyntaxTree;

/** How fast IDL becomes a model. The counter {@code megabytes} is the rate in MB a second. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class FrontEndBenchmark {
  /** Which files are read: those of xpcom4j-api, or 1,000 that are made up. */
  @Param({"api", "generated"})
  public String corpus = "";

  private Map<String, String> texts = Map.of();
  private double megabytes;

  /** Made by JMH. */
  public FrontEndBenchmark() {}

  /**
   * Makes the files.
   *
   * @throws IOException never, if the class path is sound
   * @throws URISyntaxException never
   */
  @Setup
  public void makeFiles() throws IOException, URISyntaxException {
    texts = corpus.equals("api") ? IdlCorpus.api() : IdlCorpus.generated(1000);
    long bytes =
        texts.values().stream()
            .mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length)
            .sum();
    megabytes = bytes / 1e6;
  }

  /**
   * Reads the characters: what nothing can be faster than.
   *
   * @param blackhole takes the result
   * @param volume counts
   */
  @Benchmark
  public void baseline(Blackhole blackhole, Volume volume) {
    for (String text : texts.values()) {
      blackhole.consume(text.chars().sum());
    }
    volume.megabytes += megabytes;
  }

  /**
   * Text to syntax trees.
   *
   * @param blackhole takes the trees
   * @param volume counts
   */
  @Benchmark
  public void parse(Blackhole blackhole, Volume volume) {
    Diagnostics diagnostics = new Diagnostics();
    for (SourceText source : sources().values()) {
      blackhole.consume(SyntaxTree.parse(source, diagnostics));
    }
    verify(diagnostics);
    volume.megabytes += megabytes;
  }

  /**
   * Text to checked models; each file once, as one run of the compiler does.
   *
   * @param blackhole takes the models
   * @param volume counts
   */
  @Benchmark
  public void compile(Blackhole blackhole, Volume volume) {
    Diagnostics diagnostics = new Diagnostics();
    Map<String, SourceText> sources = sources();
    FrontEnd frontEnd = new FrontEnd(new InMemory(sources), diagnostics);
    for (SourceText source : sources.values()) {
      blackhole.consume(frontEnd.compile(source));
    }
    verify(diagnostics);
    volume.megabytes += megabytes;
  }

  /** New objects each time: what a text knows of its lines is part of the work. */
  private Map<String, SourceText> sources() {
    Map<String, SourceText> sources = new HashMap<>();
    texts.forEach(
        (name, text) -> sources.put(name, new SourceText("org/xpcom4j/interfaces", name, text)));
    return sources;
  }

  private static void verify(Diagnostics diagnostics) {
    if (diagnostics.hasErrors()) {
      throw new IllegalStateException(diagnostics.all().get(0).message());
    }
  }

  /** How much was read. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Volume {
    /** Millions of bytes of UTF-8. */
    public double megabytes;

    /** Made by JMH. */
    public Volume() {}

    /** Begins anew. */
    @Setup(Level.Iteration)
    public void reset() {
      megabytes = 0;
    }
  }

  private record InMemory(Map<String, SourceText> sources) implements SourceFinder {
    @Override
    public Optional<SourceText> find(SourceText from, String name) {
      return Optional.ofNullable(sources.get(name));
    }

    @Override
    public String describeSearch(SourceText from) {
      return "memory";
    }
  }
}
