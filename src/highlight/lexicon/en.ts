import { anywhere, atStart, setOf, type Lexicon } from './model.ts';

const IRREGULAR = new Map(
  Object.entries({
    people: 'person',
    children: 'child',
    men: 'man',
    women: 'woman',
    built: 'build',
    wrote: 'write',
    written: 'write',
    made: 'make',
    thought: 'think',
    said: 'say',
    paid: 'pay',
    ran: 'run',
    grew: 'grow',
    grown: 'grow',
    taught: 'teach',
    learnt: 'learn',
    spent: 'spend',
    sold: 'sell',
    fought: 'fight',
    lost: 'lose',
    won: 'win',
    met: 'meet',
    felt: 'feel',
    told: 'tell',
    found: 'find',
    bought: 'buy',
    led: 'lead',
    better: 'good',
    best: 'good',
  }),
);

/** Longest first where one ends in another. A shorter one may leave three letters, a longer one must leave four. */
const ENDINGS =
  'ization isation fulness ational iveness ation ement ivity ness ment tion ably ator ible able ally ence ance ing ion ity ive ize ise ers ful ate ed er al ly'.split(
    ' ',
  );

function withoutEnding(word: string): string {
  for (const ending of ENDINGS) {
    const rest = word.slice(0, -ending.length);
    const least = ending.length < 4 && ending !== 'ate' && ending !== 'ion' ? 3 : 4;
    if (word.endsWith(ending) && rest.length >= least && /[aeiouy]/u.test(rest)) return rest;
  }
  return word;
}

/** Plurals, -ed, -ing, -er, -ly and a few longer endings, two of them. Rough on purpose: only meetings of terms depend on it. */
function stem(word: string): string {
  const known = IRREGULAR.get(word);
  if (known !== undefined) return stem(known);
  let base = word.replace(/'s?$/u, '');
  if (base.length < 4) return base;
  base = base
    .replace(/ies$/u, 'y')
    .replace(/(?<=ss|sh|ch|x|z)es$/u, '')
    .replace(/(?<=[^su])s$/u, '');
  base = withoutEnding(withoutEnding(base));
  base = base.replace(/([b-df-hj-np-tv-z])\1$/u, '$1');
  return base.length > 3 ? base.replace(/[ey]$/u, '') : base;
}

export const en = (): Lexicon => ({
  stop: setOf(`a about above after again all also am an and any are aren't as at be because been before being but by can
    can't could couldn't did didn't do does doesn't doing don't done down each even ever every few for from get gets getting
    go goes going gonna gone got had has have haven't having he he's her here hers him his how i i'd i'll i'm i've if in into
    is isn't it it'd it'll it's its just kind know let let's like lot lots made make makes many maybe me mean might more most
    much must my no nor not now of off oh ok okay on one once only or other our out over own people probably put quite
    rather really right said same say says see she she's should so some something sort still stuff such take than that
    that's the their them then there there's these they they'd they'll they're they've thing things think this those though
    through to too under until up us very want wants was wasn't way we we'd we'll we're we've well were weren't what what's
    when where which while who who's why will with won't would wouldn't yeah yes yet you you'd you'll you're you've your
    actually basically generally obviously pretty guess cool good great bunch able first two need needs use used using
    different important interesting around work works`),
  pointing:
    setOf(`it it's it'll it'd its that that's that'll this these those they they're they'll they've they'd them
    their he he's he'll his him she she's she'll her which theirs such there's`),
  leaning: anywhere(
    `(?:do|does|did|doing|done|about|around|of|with|for|to|on|in|from|by|at|like|than|after|before|into|over|through|say|said|saying|see|know|mean|want|need|get|make|take|think|believe|call) (?:that|this|those|these|it|them|him|her)(?=[.,;:?!—–]|$)|because of (?:that|this)|that (?:kind|sort|type|point|example|tweet|thing|stuff|side|front|regard|respect|idea|approach|behavior|continued|same|particular)|(?:this|these|those) (?:kinds?|sorts?|types?|examples?|points?|ones)|(?:the|that|this) (?:other|latter|former|above|second|third) (?:one|thing|part|side|reason|piece|point)|the same (?:thing|way|is true|goes)|such (?:a|an) (?:thing|way)|too(?=[.!]|$)|as well(?=[.!]|$)|also|the tweet|the (?:first|second|third|last|other) (?:one|part|thing)|here(?=[.,!]|$)|like i said|there's (?:also|another)|another (?:one|thing|piece|part|reason)|those (?:things|two)|both of (?:them|those|these)|(?:part|some|most|all|one|half|a lot) of (?:that|this|it|them|these|those) (?:is|are|was|were|has|have|will|can|would)|(?:solve|solved|fix|fixed|make|made|do|did|face|faced|answer|build|built) (?:those|these) [a-z]+s|one of (?:them|those|these)|one (?:is|was) |(?:he|she) (?:said|says|was|is|did|had|has|does|will|would|can|could)|(?<!(?:people|person|everyone|everybody|someone|somebody|nobody|kids|anyone|team|company|[a-z]{3,}s)(?![a-z]).*)they(?:'[a-z]+)?`,
  ),
  linking: setOf(`and so because or then plus also either otherwise nor although though whereas therefore thus
    meanwhile first second third finally next as is are was were has been than just who whose whom`),
  leadIn:
    /^["“”'(]*(?:(?:i (?:think|guess|mean|believe|suppose|would guess|would say|feel like)(?: that)?|you know|well|look|again|yeah|yes|now|okay|ok|right|so|and|but|honestly|frankly|basically|actually|obviously|like|in general|generally|of course|for me|to me|you see|sure|oh|um|uh|also|personally)(?:[,—–…-]+ ?| |$))+/u,
  stumbling: atStart(
    'um+|uh+|erm?|ah|hmm+|yeah|yep|yup|ok|okay|alright|all right|oh|i mean|you know|well|like(?=,)|right(?=,)|so,|so yeah',
  ),
  empty:
    /^(?:it(?:'s| is| was| takes| turns| seems| would be| can be) (?:out|kind of crazy|(?:really |very |so |pretty |always |not |almost )?(?:hard|easy|important|possible|impossible|crazy|amazing|better|worth|time|clear|true|the case|difficult|a lot|strange|funny|rare|likely|unlikely)(?: of)?)|there's (?:no|a|an|nothing|only|always|this|something|one|been)|that (?:said|way)|this (?:is (?:the|a|an|not|why) |year|week|conversation|field|industry|world|generation|country|company|whole)|these (?:days|models|systems|things|people|companies)|those (?:who|of us)|that (?:idea|question|moment|day))/u,
  filler: anywhere(
    `um|uh|erm|you know|i mean|kind of|sort of|or something|or whatever|and stuff|like, |and all that|blah|whatnot|et cetera|all that (?:kind of )?stuff|that kind of (?:stuff|thing)|stuff like that|things like that|this kind of stuff|like all this|or so on|and so on|to some degree|pretty much|in some sense|i gotta|(?:i|we|they|you) like (?:want|need|think|have|am|was|were|do|don't|could|would)|(?:is|was|it's|and|or|but|that|just|been|be) like(?! (?:a|an|the|this|that|it|you|we|one)\\b)|right\\?|you know what i mean`,
  ),
  falseStart: anywhere(
    `(?<=i think .*)i think|(?<who>i|we|you|they|he|she|it) (?<verb>[a-z]{2})[a-z]*(?: to)?, \\k<who> \\k<verb>[a-z]*|(?:i am, i'm|we are, we're|you are, you're|they are, they're|he is, he's|she is, she's|it is, it's|that is, that's|there is, there's)|(?:i|we|they|he|she|i'm|i've|we're|we've|they're|they've|you're|the|a|an|my|our|your)(?=,)|be (?:we|i|they|he|she|it's)|what (?:we|i|they) that`,
  ),
  contrast: anywhere(
    `not just|not only|not because|but|instead|instead of|rather than|whereas|yet|although|even though|even if|however|more than|less than|as opposed to|versus|on the other hand|than [a-z' ]+|no longer|used to|isn't (?:about|just)|not [a-z ]{2,30}, (?:it's|it is|they're|that's)`,
  ),
  number: anywhere(
    `\\p{Nd}[\\p{Nd}.,]*(?:%|x|th|st|nd|rd)?|[$€£]\\p{Nd}[\\p{Nd}.,]*|hundreds?|thousands?|millions?|billions?|trillions?|percent|half|twice|double|dozens?|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|one-tenth|a third|a quarter`,
  ),
  person: anywhere(
    `i|i'm|i've|i'd|i'll|my|me|myself|we|we're|we've|we'd|we'll|our|us|ourselves|you|you're|you've|you'll|your|yourself`,
  ),
  strong: anywhere(
    `most|best|worst|never|always|every|everyone|everything|everybody|nobody|no one|nothing|none|only|biggest|greatest|hardest|largest|smallest|fastest|first|huge|massive|impossible|entire|entirely|completely|absolutely|crazy|incredible|incredibly|the whole|\\p{L}{3,}est of|\\p{L}{2,}iest|the (?:single|number one|main|real)|ever|forever|any one|revolution|anything|less and less|more and more`,
  ),
  stance: anywhere(
    `should|must|shouldn't|have to|has to|need to|needs to|will|won't|going to|i believe|i'd bet|in my (?:view|opinion|experience)|my (?:view|point|default|guess|advice|hope|fear)|the (?:reality|truth|fact|point|reason|key|goal|problem|question|issue|challenge|main|trade-?off|difference|idea|lesson|secret|answer|value|future|future of)|what (?:matters|people|we|you) [a-z' ]*(?:is|found|learned|want|need)|matters?|principles?|want|wants|worried|worry|optimistic|fear|hope|love|hate|disagree|agree|prediction|predict|i would guess|important|because|means|pioneered|realiz\\p{L}+|learn\\p{L}*|if you|imagine`,
  ),
  chatter: anywhere(
    `to clarify|there was a thing|just (?:kind of )?talking about|i'll speak for myself|i don't know exactly|i know what you're thinking|thanks for|thank you|welcome (?:back )?to|good to (?:see|have) you|great to (?:see|have|be)|nice to (?:see|meet)|happy to (?:do it|be here)|last time (?:you|we|i)|my guest|our guest|joining (?:me|us)|this (?:podcast|episode|show|conversation)|the podcast|great question|good question|interesting question|final question|let's (?:talk|go|move|take a step|start|get into|take a break)|going back to|you (?:also )?(?:mentioned|asked|said|talked about|were (?:saying|mentioning))|i've heard you|we(?:'ll| will| can| could)? (?:talk|talked|were talking|spoke) about|as (?:you|i|we|he|she|[a-z]+) (?:just )?(?:said|mentioned|know|saw|discussed)|like [a-z]+ (?:said|mentioned)|like i said|i (?:just )?mentioned|speaking of|great note|tell me|i wanted to (?:ask|understand|talk)|i'm (?:interested|curious) to|one (?:other|more|last) (?:thing|thought|question)|(?:main|one|another) thing (?:that )?i see (?:here )?is this|take a step back|more questions|the best way to think about|ask yourself this|see you (?:next|soon)|by the way|a few things|(?:to|on) your (?:question|point)|(?:illustrates|makes|proves|take|see) (?:the|your|that|my) point|i'm not sure i'm|not a particularly|for example,? (?:this|that)|today,? (?:i'm|we're|i am|we are) (?:going to|gonna|talking)|i(?:'m| am) going to be talking|we(?:'re| are) talking about|listen to us|our (?:listeners?|audience)|listeners|quick (?:note|question|reminder)|coming up (?:next|soon|later)|stay tuned|next (?:episode|week's)|last (?:episode|week's)|to be clear|does that make sense|if that makes sense|you(?:'re| are) asking|that's what i(?:'m| am) saying|what i(?:'m| am) saying|what i meant|i forgot|answer (?:the|my|that|your) question|i have to ask|rumou?rs?|lightning round|bunch of questions|where was i|how do i say|let me (?:ask|say|think|see|put|give|start|just|try|explain|finish)|i remember (?:going|when|hearing)|in a nutshell|i caught up with|(?:in|on|is) this very|this is (?:the )?[a-z ]+ with [a-z]+ [a-z]+(?= and)|i (?:said|says|was like|go|goes),`,
  ),
  sponsor: anywhere(
    `sponsors?|sponsored|brought to you by|promo code|discount|coupon|percent off|\\p{Nd}+% off|free trial|sign up (?:at|for|today)|check (?:it |them )?out at|head (?:over )?to|go to [a-z0-9-]+\\.(?:com|org|net|io|ai|co)|[a-z0-9-]+\\.(?:com|org|net|io|co)|dot com|slash [a-z]+|subscribe|leave (?:us )?a (?:review|rating)|five[- ]star|patreon|newsletter|show notes|link in|use (?:the )?code|money[- ]back|our (?:friends|partners) at|made easy|customer support|get started|start your|award-winning|easiest way to|this (?:ad|commercial)|facebook group|on (?:twitter|instagram|facebook|tiktok)|write (?:in|us)|your questions|call (?:us|now|today)|(?:double|oh|zero|one|two|three|four|five|six|seven|eight|nine)(?:,? (?:double|oh|zero|one|two|three|four|five|six|seven|eight|nine)){3,}|money can buy|nothing wasted|tickets? (?:are|on sale)|download (?:the|our) app`,
  ),
  asking: anywhere(
    `(?:do|did|would|could|can|have|are|were|will|should) you|what(?:'s| is| are| do| does| would| did| was)? (?:you|your|it|the)|what do|how (?:do|did|would|are|worried|does|is|can|should|have)|why [a-z']+|tell me|who is|is there|does (?:it|that|this)|what about|is (?:it|that)|what's|where|when|which|will \\p{L}+`,
  ),
  negation: anywhere(
    `not|no|never|nobody|nothing|none|neither|nor|hardly|barely|cannot|without|\\p{L}+n't|no one|unlikely|false|wrong to (?:say|think)|deny|denies|denied|doubt(?:s|ed)?|(?:fail|fails|failed|refuse|refuses|refused) to|(?:a mistake|wrong|false|absurd|foolish) to (?:believe|think|say|assume|claim)|far from|anything but|no longer|rarely|seldom|(?:kidding|joking)`,
  ),
  condition: anywhere(
    `if|unless|provided|assuming|as long as|only when|in case|suppose|supposing|otherwise|until|so long as|except|in theory|in principle|theoretically|hypothetically|in an ideal world|were it|(?<=^[^a-z]*)(?:had|were|should) (?:the|we|i|you|they|he|she|it|this|that|there)`,
  ),
  attribution: anywhere(
    `(?:they|people|some|many|critics|others|(?:my|his|her|our|your|the|a|an|this|that|one) [a-z]+(?: [a-z]+)?|(?:some|many|most|other|several) [a-z]+|he|she|everyone|folks|experts|you|[a-z]+ists|a lot of people|a lot of (?:them|people)|someone|somebody|everybody) (?:would |will |always |often |sometimes |once |used to |like to |might |may |could |generally |like to |all )*(?:say|says|said|argue|argues|argued|claim|claims|claimed|believe|believes|believed|think|thinks|thought|assume|told|tell|tells|write|wrote|call|calls|called|raise)|according to|there's (?:this|an?) (?:idea|impression|belief|claim|view|argument|perception|story)|the (?:common|popular|usual|conventional) (?:belief|view|argument|wisdom|claim)|the (?:argument|claim|story|criticism|bearish case|bullish case) (?:is|goes|would be)|(?:was|were|are|is|i'm|he's|she's|they're) like, |supposedly|allegedly|to steelman|(?:likes?|loves?|used) to say|as [^,.?!]{2,40} (?:puts?|says?|said|wrote)(?: it)?,|(?<=\\p{L} )(?:was|were) like|in (?:their|his|her) view|told (?:me|us)|asked (?:me|us)|wrote that`,
  ),
  answer: atStart(
    `yes|no|yeah|yep|nope|not really|probably|probably not|definitely|absolutely|exactly|of course|sure|maybe|correct|right|never|always|sometimes|it depends|that's right|i (?:do|don't|did|didn't|am|am not|would|wouldn't|can|can't)(?=[,.])|because|oh|well|i (?:dis)?agree|exactly|totally|fair enough|not at all|of course not|normally the answer`,
  ),
  turning: atStart(
    `but|however|yet|although|though|instead|still|on the other hand|that said|nevertheless|nonetheless|conversely|whereas|then again|at the same time|rather|now (?:i|we|they) (?:know|think|see|believe|understand|realize)|[^.?!]*, (?:though|however|then again)(?=[.!]?$)`,
  ),
  denial: atStart(
    `no|not really|that's (?:not|wrong|false|nonsense|a myth)|that is (?:not|wrong|false)|it's (?:not true|wrong|false|a myth)|but (?:that|it|this)(?:'s| is| was)? (?:not|isn't|wasn't|hasn't|wrong|false|actually not)|but that (?:hasn't|isn't|wasn't|doesn't|didn't|never)|i (?:disagree|don't (?:agree|believe|think so|buy))|wrong|nonsense|on the contrary|actually, no|(?:i'm )?(?:just|only) (?:kidding|joking)|(?:that|it|this)(?: would|'d) be (?:absurd|crazy|wrong|a mistake|terrible|ridiculous|insane|foolish)|(?:that|it|this)(?:'s| is) (?:absurd|ridiculous|crazy|insane|a lie)|of course not|nothing could be further|and that's (?:not|wrong|false)|but it's not|but i don't think`,
  ),
  reporting: atStart(
    `(?:so |and |but |well,? )?(?:they|people|some|some people|many|many people|critics|others|a lot of people|everyone|everybody) (?:say|said|argue|claim|believe|think|would say|will say|would argue|always say)|the (?:argument|claim|story|criticism|idea) (?:is|goes|was)|there's (?:this|an?) (?:idea|impression|belief|claim|view|argument|perception|story)|the (?:common|popular|usual|conventional) (?:belief|view|argument|wisdom|claim)`,
  ),
  supposing: atStart(
    `(?:so |now |but |and |well,? )?(?:imagine|suppose|supposing|let's say|but let's say|say,? |say you|picture|pretend|assume|what if|hypothetically)`,
  ),
  sides: anywhere(
    'but|although|though|however|rather than|instead of|whereas|not only|not just|on the one hand|on the other hand|yet|despite|at the same time|in spite of|while|used to (?:think|believe|say|be)',
  ),
  following: atStart(
    '(?:so |and |but |and so )?(?:then|in (?:that|this|such a) (?:case|world|scenario|event|future)|in which case|otherwise|if so|if not|or else)',
  ),
  sequel: atStart('(?:so |and |but |and so )?then'),
  limiting: atStart(
    'unless|except|provided|as long as|so long as|only (?:if|when)|but only|assuming|at least (?:if|when|not|until)|as long',
  ),
  stem,
});
