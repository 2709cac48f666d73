package org.carillon.app.web;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;

/** Makes the registry behind /metrics, with the machine's own figures in it. */
public final class Meters implements AutoCloseable {

  private static final Duration[] BOUNDS = {
    Duration.ofMillis(1),
    Duration.ofMillis(2),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5)
  };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();

  /** A registry in which timers of ours have a histogram. */
  public Meters() {
    registry.config().meterFilter(new Histograms());
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ClassLoaderMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collections.bindTo(registry);
  }

  /** Returns the registry of all meters. */
  public PrometheusMeterRegistry registry() {
    return registry;
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }

  /** Gives every timer of ours the same buckets, from 1 ms to 5 s. */
  private static final class Histograms implements MeterFilter {

    @Override
    public DistributionStatisticConfig configure(
        Meter.Id meter, DistributionStatisticConfig config) {
      if (meter.getType() != Meter.Type.TIMER || !meter.getName().startsWith("carillon.")) {
        return config;
      }
      double[] bounds = new double[BOUNDS.length];
      for (int i = 0; i < bounds.length; i++) {
        bounds[i] = BOUNDS[i].toNanos();
      }
      return DistributionStatisticConfig.builder()
          .serviceLevelObjectives(bounds)
          .build()
          .merge(config);
    }
  }
}
