/** Hours of everything at once, to see whether anything grows. */
package io.github.camelsmp.benchmarks.soak;
