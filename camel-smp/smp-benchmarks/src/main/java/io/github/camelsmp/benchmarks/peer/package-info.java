/** What takes part, for our side, in the comparison with other clients: see {@code src/main/peers}. */
package io.github.camelsmp.benchmarks.peer;
