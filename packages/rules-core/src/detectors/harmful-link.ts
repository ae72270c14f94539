import * as z from 'zod/mini'
import { blocksById } from '../draft/blocks-by-id.ts'
import type { Draft } from '../draft/draft.ts'
import { fold } from '../text/fold.ts'
import { createPhraseMatcher } from '../text/phrases.ts'
import { defineDraftDetector } from './define-detector.ts'
import { hostOf } from './host.ts'
import { ADDRESS_SIGNS, hasLinks, type LinkPlace, linkPlaces } from './link-places.ts'
import { listedWord } from './listed-word.ts'

/** Parts of host names that gambling and pornographic sites like to use. */
const BAD_HOST =
  /bet365|\d+bet|bet\d+|bet-|-bet|\bxpj|casino|lottery|poker|baccarat|bocai|porn|\bsex|\bav\d{2,}|yabo|\bkaiyun|\bcp\d{3}|caipiao|shishicai|pk10|fapiao|kaipiao|dubo|qipai|\bqp\d*-|-qp\d|\bky\d{3,}|hg0\d{3}|\b[26]hc|lhc\d*|liuhecai|bodog|wnsr|weinisi|\btyc\d|leyu|huatihui|\bag\d{3}|\bjs\d{4,}|\b(?:w|m)88|188bet|vnsr|sands\d|zhenren|xvideo|avtt|yase|seqing|luoliao|gua-?ji|wg-?waigua|bzbanzheng|banzheng|yule|dianzi\d|pg-?dian|\bpg\d{2,}|se\d*av\d*\b|\d{2,}[a-z]{0,5}av\b|avtv|touzhu|gunqiu|huangguan|lhc|caipiao|6hcai|qipai|ylc\d|ty88|chengren|kpfp|-kp\b|\bkp-|daikai|xxx|18jin/i
/** Cheap top domains with figures in the name: nobody's office. */
const THROWAWAY = /^(?=[^/]*\d)[\w.-]+\.(?:vip|cc|top|xyz|icu|win|bet|club|live|fun|pw|tk|ml|ws|la)$/
/** Dressed as a government site, and none. */
const DRESSED = /(?:^|[.-])gov(?:[.-]cn)?[.-](?!cn$)|(?:^|\.)(?:www-)?[\w]{2,20}-gov(?:-|\.)/
/** What stands before @ looks like the host, and is not. */
const MASKED = /^\s*(?:https?:)?\/\/[^/?#]{1,80}@[^/?#]/i
const PACKAGE = /\.(?:apk|exe|ipa|msi|scr|bat)(?:[?#]|$)/i
/** Where programs may be had from. */
const PROGRAM_SOURCE =
  /(?:^|\.)(?:gov\.cn|edu\.cn|org\.cn|apple\.com|huawei\.com|mi\.com|qq\.com|oppo\.com|vivo\.com\.cn|hicloud\.com|12306\.cn)$/
/** Chinese top domains 政务, 公益, 中国, 公司, 网络 in their letters: an office may well use one. */
const CHINESE_DOMAIN = /\.xn--(?:zfr164b|55qw42g|fiqs8s|fiqz9s|55qx5d|io0a7i)$/
const SCRIPT = /^\s*(?:java|vb)script:[^\n]*(?:eval|fromcharcode|document\.write|location)|^\s*data:text\/html/i

/**
 * Finds links that nobody would put there on purpose: to gambling and the like by their words (`words`) or host, links hidden from the
 * reader that lead away from government sites, hosts in look-alike letters (punycode), links that run a script.
 */
export const harmfulLink = defineDraftDetector({
  name: 'harmful-link',
  options: z.strictObject({ words: z.array(listedWord(40)).check(z.minLength(1)) }),
  witness: () => [[{ words: ADDRESS_SIGNS }]],
  onlyWoken: true,
  beside: hasLinks,
  prepare({ words }) {
    const match = createPhraseMatcher(words)
    return function* (draft, woken) {
      for (const link of linkPlaces(draft, woken)) {
        const found = judge(link, wordsOf(link, draft), (text) => match(fold(text).text).length > 0)
        if (!found) continue
        const { role, blockId, start, end, address } = link
        const target = hostOf(address) || address.slice(0, 40)
        yield {
          role,
          blockId,
          start,
          end,
          canonical: address,
          certainty: found.certainty,
          trace: [{ effect: 'for', text: `${found.says}：${target}` }],
        }
      }
    }
  },
})

function judge(
  link: LinkPlace,
  text: string,
  isBad: (text: string) => boolean,
): { certainty: 'certain' | 'doubtful'; says: string } | undefined {
  const target = hostOf(link.address)
  if (BAD_HOST.test(target)) return { certainty: 'certain', says: '通往的网站像赌博或色情网站' }
  if (target !== '' && !/\.gov\.cn$/.test(target) && isBad(text))
    return { certainty: 'certain', says: '链接上的字是赌博、假票证或色情广告' }
  if (link.hidden && target !== '' && !/(?:^|\.)(?:gov|edu|org|conac)\.cn$/.test(target))
    return { certainty: 'doubtful', says: '读者看不见这个链接' }
  if (/(?:^|\.)xn--/.test(target) && !CHINESE_DOMAIN.test(target)) return { certainty: 'doubtful', says: '域名用了外形相近的字母' }
  if (target !== '' && PACKAGE.test(link.address) && !PROGRAM_SOURCE.test(target))
    return { certainty: 'doubtful', says: '点开会下载安装包' }
  if (DRESSED.test(target) && !/\.gov(?:\.[a-z]{2})?$/.test(target)) return { certainty: 'doubtful', says: '域名像在冒充政府网站' }
  if (MASKED.test(link.address)) return { certainty: 'doubtful', says: '网址前面写的不是真正通往的网站' }
  // Warnings write such addresses out; nobody links to them by mistake.
  if (!link.written && THROWAWAY.test(target)) return { certainty: 'doubtful', says: '域名像是临时注册的' }
  if (SCRIPT.test(link.address)) return { certainty: 'doubtful', says: '点开会运行脚本' }
  return undefined
}

function wordsOf({ blockId, start, end }: LinkPlace, draft: Draft): string {
  return (blocksById(draft).get(blockId)?.text ?? '').slice(start, end)
}
