/** A user's own management group, as {@code src-docs/custom-groups.adoc} shows it. Nothing here is part of the product. */
package com.example.valve;
