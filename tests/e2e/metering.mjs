// Measures what the page costs: CPU time of its main thread, which a busy machine hardly changes.

/** Starts measuring a page; call it before the page goes anywhere. */
export async function meter(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const read = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    const value = (name) => metrics.find((metric) => metric.name === name)?.value ?? 0;
    return {
      /** Milliseconds of CPU on the main thread so far. */
      cpu: value("TaskDuration") * 1000,
      heap: value("JSHeapUsedSize") / 1e6,
      elements: value("Nodes"),
    };
  };
  return {
    read,
    /** Milliseconds of CPU that `work` takes. */
    async cost(work) {
      const before = (await read()).cpu;
      await work();
      return (await read()).cpu - before;
    },
    /** Waits until the page does nothing any more. */
    async quiet() {
      let before = (await read()).cpu;
      for (let calm = 0; calm < 3; ) {
        await page.waitForTimeout(150);
        const now = (await read()).cpu;
        calm = now - before < 6 ? calm + 1 : 0;
        before = now;
      }
    },
  };
}

/** The middle one of several figures. */
export function median(figures) {
  const sorted = [...figures].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)];
}
