/** What many devices cost that are upgraded at once. */
package io.github.camelsmp.benchmarks.fleet;
