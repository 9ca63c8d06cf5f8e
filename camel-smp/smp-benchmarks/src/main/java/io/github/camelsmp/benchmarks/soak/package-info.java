/** Hours of everything at once, to see whether anything is lost and whether anything grows. */
package io.github.camelsmp.benchmarks.soak;
