# 延期和回避：谁来问，谁来定，居民听到什么。

## 居民

button-other-cadre = 换个人办
another-why = 想换下{ $person }？为什么？写一两句，只有能定的人看得到，{ $person }看不到。
another-asked = 记下了。{ $number } 该不该换人，由负责人定，定了告诉您。这期间事情照样办。
notice-another_refused = { $number }：换人的事没同意，因为：{ $why }。事情接着办，您有话随时写在这里。
resident-short-another_refused = 换人的事没同意
notice-extended = { $number } 要多办些日子，因为：{ $why }。新的最后一天：{ $date }。延期只能有这一次。
resident-short-extended = 延到{ $date }

## 工作人员：按钮和问话

staff-button-ask_extension = 申请延期
staff-button-grant_extension = 同意延期
staff-button-refuse_extension = 不同意延期
staff-button-step_aside = 我要回避
staff-button-grant_another = 同意换人
staff-button-refuse_another = 不换人
days-more = { $days }天
staff-ask-extension = { $number }：最后一天是{ $limit }，要多几天？只能申请一次。
staff-ask-extension-why = 为什么要延？写一句，负责人看；同意了居民也看得到。
staff-extension-asked = { $number }：报给负责人了。没定之前，期限照旧：{ $limit }。
staff-ask-extension-no = { $number }：为什么不同意？写一句，承办人看。
staff-extension-refused = { $number }：告诉承办人了，期限照旧：{ $limit }。
staff-ask-aside = { $number }：跟这件事、这家人有什么关系？写一句，单位里的人看得到，居民看不到。
staff-stepped-aside = { $number }：好，由别的同志办，不会再派给您。
staff-ask-another-no = { $number }：为什么不换？写一两句，居民会看到。
staff-another-refused = { $number }：告诉居民了。
staff-another-granted = { $number }：换人了，都告诉到了。不会再派给原来那位。
staff-card-extension = ⏳ 申请延{ $days }天，还没定：{ $why }
staff-card-another = 🙋 居民想换下{ $person }：“{ $words }”

## 工作人员：通知

notice-extension_asked = ⏳ { $person }申请把 { $number }（{ $place }，{ $category }）延{ $days }天，因为：{ $why }。现在的最后一天是{ $limit }，没定之前照旧。
notice-extension_refused = { $number }（{ $place }，{ $category }）：没同意延期，因为：{ $why }。期限照旧：{ $limit }。
notice-extended_cadre = { $number }（{ $place }，{ $category }）：延到{ $date }，不能再延。居民已知道原因。
notice-stepped_aside = { $person }要回避 { $number }（{ $place }，{ $category }）：{ $why }。已转给别的同志。
notice-another_asked = 🙋 { $number }（{ $place }，{ $category }）：居民不想让现在的承办人办：“{ $words }”。换不换，请定。承办人不知道。
staff-short-extension_asked = 申请延期，请定
staff-short-extension_refused = 没同意延期
staff-short-extended_cadre = 延到{ $limit }
staff-short-stepped_aside = 承办人要回避
staff-short-another_asked = 居民想换人，请定

## 经过

event-extension_asked = { $person }申请延期{ $days }天：{ $why }
event-extension_refused = { $person }没同意延期：{ $why }
event-stepped_aside = 原承办人回避：{ $why }
event-another_granted = { $person }按居民的意思换了人
event-another_refused = { $person }没同意换人：{ $why }

## 办不了时

refused-extension-too-late = 期限已经过了，不能再申请延期。请说明晚的原因，或者要人帮。
refused-extension-days = 延期最多{ $most }天。请重新选。
