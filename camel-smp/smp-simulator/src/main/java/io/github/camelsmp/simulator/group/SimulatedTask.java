package io.github.camelsmp.simulator.group;

/**
 * A thread of the application, as the task statistics show it (protocol.md 6.0).
 *
 * @param name its name
 * @param priority may be negative
 * @param state Zephyr's thread state bits
 * @param stackUsed in words of 4 bytes
 * @param stackSize in words of 4 bytes
 * @param runtime cycles it has run, not negative
 */
public record SimulatedTask(String name, int priority, int state, long stackUsed, long stackSize, long runtime) {}
