/** Sentences written for these tests, one a language the product promises to show right. */
import type { SlotText } from '../../src/text/model.ts';

const ltr = (language: string, text: string): SlotText => ({ language, direction: 'ltr', text });
const rtl = (language: string, text: string): SlotText => ({ language, direction: 'rtl', text });

export const samples: readonly SlotText[] = [
  ltr('en', '“I never thought the river would answer,” she said — “but it did, twice, in 1987.”'),
  ltr(
    'fr',
    '«\u00a0Où étiez-vous, l’été dernier\u202f? À l’école, sans doute\u00a0: rêver coûte 3\u00a0€\u202f!\u00a0»',
  ),
  ltr('de', '„Größe entsteht nicht über Nacht“, sagte die Müllerin: „Übung, Übung!“'),
  ltr('pl', 'Łódź płynie powoli, a żółte liście z wierzb spadają na źdźbła trawy.'),
  ltr('el', 'Η θάλασσα δεν ξεχνά ποτέ τα καράβια που αγάπησε, ούτε τον άνεμο.'),
  ltr('ru', '«Мы шли всю ночь и не знали, где кончится лес», — рассказывал дедушка Ёж.'),
  ltr('vi', 'Những điều tốt đẹp nhất thường đến khi ta ngừng tìm kiếm chúng quá vội vã.'),
  rtl(
    'ar',
    'قالت المعلّمة: «الكلمةُ الطيّبة تفتح بابًا لا يُغلق» في عام 2024، وكان الجميع يستمع إلى Podcast اليوم.',
  ),
  rtl('he', 'בשנת 1948 הגיעו 350 משפחות, ו־„Node.js“ עוד לא היה (כמובן) בעולם; שָׁלוֹם.'),
  rtl('fa', 'می‌خواهم بدانم چرا گربه‌ها همیشه برمی‌گردند؛ شاید خانه را بهتر از ما می‌شناسند ۱۲۳۴.'),
  ltr('hi', 'हर सुबह नदी के किनारे एक बूढ़ा आदमी बच्चों को कहानियाँ सुनाता था, और हम सब सुनते रहते थे।'),
  ltr('bn', 'প্রতিদিন সকালে আমরা নদীর ধারে বসে গল্প শুনতাম, আর সময় থেমে যেত।'),
  ltr('ta', 'ஒவ்வொரு காலையும் ஆற்றங்கரையில் ஒரு முதியவர் எங்களுக்குக் கதைகள் சொன்னார்.'),
  ltr('th', 'ทุกเช้าเรานั่งริมแม่น้ำฟังเรื่องเล่าของคุณปู่ แล้วเวลาก็หยุดนิ่งที่นี่'),
  ltr('ja', '「川は答えてくれないと思っていた」と彼女は言った。でも、一九八七年に二度、答えてくれたのです。'),
  ltr('ko', '강은 대답하지 않을 거라고 생각했지만, 1987년에 두 번이나 대답해 주었습니다.'),
  ltr('zh-Hans', '她说：“我从没想过河流会回答——但在1987年，它真的回答了两次……骨直海。”'),
  ltr('zh-Hant', '她說：「我從沒想過河流會回答——但在 1987 年，它真的回答了兩次……骨直海。」'),
  ltr('en', 'We met in Łódź, near 東京タワー 🗼, said שלום and Привет 👩🏽‍🚀 to 🇯🇵 fans 👨‍👩‍👧‍👦 1️⃣ ❤️ → ∑ ½ ♫.'),
];
