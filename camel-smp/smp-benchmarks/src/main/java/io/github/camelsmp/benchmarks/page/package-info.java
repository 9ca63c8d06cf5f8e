/** The guide's tables and pictures, made of the figures that were kept. */
package io.github.camelsmp.benchmarks.page;
