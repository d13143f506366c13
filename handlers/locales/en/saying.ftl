# What residents write instead of tapping, parted by |. Only a message that is nothing else counts.

say-yes = yes|yes please|yes it is|yeah|yep|y|ok|okay|right|that's right|correct|sure|all right|alright|fine|i agree|是|是的|好|好的|对|go ahead
say-no = no|nope|wrong|that's wrong|not right|no it isn't|不|不是|不对
say-send = send|send it|please send|please send it|submit|交上去
say-change = change|change it|edit
say-stop = cancel|取消
say-leave = cancel|stop|never mind|don't send|don't send it|do not send|forget it|取消
say-help = help|how does this work|how do i use this|what can you do|帮助
say-news = my number|what is my number|i forgot my number|my cases|my case|my matters|status|progress|any news|is there any news|how is it going|how's it going|how does it stand|how do things stand|what about my case|what's the status|我的事
say-urge = urge|hurry|hurry up|please hurry|please hurry up|ask for news|催一催
say-withdraw = withdraw|withdraw it|please withdraw|i want to withdraw
say-done = done|it's done|it is done|fixed|it's fixed|solved|it's solved
say-half = half|half done
say-not-done = not done|it's not done|it is not done|not fixed|it's not fixed|not solved|still not done|still not fixed|it isn't done|it isn't fixed
