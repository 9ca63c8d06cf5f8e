/** How fast uploads are, measured against simulated devices on links of known speed. */
package io.github.camelsmp.benchmarks;
