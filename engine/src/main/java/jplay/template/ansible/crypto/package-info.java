/**
 * The filters of the collection {@code community.crypto}: what keys, certificates, signing requests
 * and revocation lists say.
 *
 * <p>Entry type: {@link jplay.template.ansible.crypto.CryptoPlugins}. It makes and signs nothing.
 */
@NullMarked
package jplay.template.ansible.crypto;

import org.jspecify.annotations.NullMarked;
