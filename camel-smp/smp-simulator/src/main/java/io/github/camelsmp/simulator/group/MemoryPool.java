package io.github.camelsmp.simulator.group;

/**
 * A memory pool, as the memory pool statistics show it (protocol.md 6.0).
 *
 * @param name its name
 * @param blockSize bytes of one block
 * @param blocks how many there are
 * @param free how many are free
 * @param minimum the fewest that were ever free
 */
public record MemoryPool(String name, long blockSize, long blocks, long free, long minimum) {}
