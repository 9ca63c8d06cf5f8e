/** What our client adds to the time that an echo takes anyway. */
package io.github.camelsmp.benchmarks.echo;
