/**
 * The pages of {@code src-docs} that are made from code, and the tests that fail when a committed page is no longer what
 * the code says. {@code -Dsmp.docs.update=true} makes these tests write the pages anew.
 */
package io.github.camelsmp.component.reference;
